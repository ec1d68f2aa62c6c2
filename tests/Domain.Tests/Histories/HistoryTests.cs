using FsCheck;
using FsCheck.Fluent;
using TechPlan.Domain.MiniGrants;
using TechPlan.Domain.Notices;
using TechPlan.Domain.Tests.MiniGrants;

namespace TechPlan.Domain.Tests.Histories;

/// <summary>
/// What holds in every life of a mini-grant, tried on thousands of random ones. A failure prints the seed and the shortest
/// history that still fails; <c>Config.WithReplay</c> takes the seed.
/// </summary>
public sealed class HistoryTests
{
    private const int Histories = 2_000;

    [Fact]
    [Trait(Rule.Trait, Rule.MG12)]
    public void Never_confirmed_under_the_minimum_without_a_hold() => Holds(HistoryGenerator.Unreliable, play =>
        Assert.All(Of<MiniGrantEvent.Confirmed>(play), transition =>
            Assert.True(((MiniGrantEvent.Confirmed)transition.Event).Registered >= play.Rules.Policy.MinimumParticipants || transition.Before is MiniGrant.Approved { Hold: not null })));

    [Fact]
    [Trait(Rule.Trait, Rule.MG12)]
    public void Never_cancelled_but_by_a_number_under_the_minimum_and_by_Enroll_only_before_the_session() => Holds(HistoryGenerator.Unreliable, play =>
        Assert.All(Of<MiniGrantEvent.Cancelled>(play), transition =>
        {
            var cancelled = (MiniGrantEvent.Cancelled)transition.Event;
            Assert.True(cancelled.Registered < play.Rules.Policy.MinimumParticipants);
            Assert.Null(Assert.IsType<MiniGrant.Approved>(transition.Before).Hold);
            Assert.True(cancelled.CountedBy is not null || cancelled.At < SessionStart(play));
        }));

    [Fact]
    [Trait(Rule.Trait, Rule.MG10)]
    public void Only_a_person_approves_and_only_before_the_check() => Holds(HistoryGenerator.Unreliable, play =>
        Assert.All(Of<MiniGrantEvent.Approved>(play), transition => Assert.True(transition.Event.At < CheckOf(play))));

    [Fact]
    public void No_end_is_ever_left() => Holds(HistoryGenerator.Unreliable, play =>
    {
        Assert.DoesNotContain(play.Transitions, transition => transition.Before is MiniGrant.Ended);
        if (play.State is MiniGrant.Ended)
        {
            Assert.Null(play.Next);
        }
    });

    [Fact]
    [Trait(Rule.Trait, Rule.MG13)]
    public void Every_end_is_told_to_the_lead_ITL_exactly_once() => Holds(HistoryGenerator.Unreliable, play =>
    {
        NoticeKind[] ends = [NoticeKind.RequestRejected, NoticeKind.RequestWithdrawn, NoticeKind.RequestExpired, NoticeKind.SessionCancelled];
        var told = play.Transitions.SelectMany(transition => NoticeRules.For(transition.Before, transition.Event))
            .Where(notice => notice.To == Audience.LeadItl && ends.Contains(notice.Kind));

        Assert.Equal(play.State is MiniGrant.Ended ? 1 : 0, told.Count());
    });

    [Fact]
    public void Replaying_the_events_gives_the_same_state() => Holds(HistoryGenerator.Unreliable, play =>
        Assert.Equal(Written.Of(play.State), Written.Of(MiniGrantWorkflow.Replay(play.Events))));

    [Fact]
    public void Events_are_in_the_order_of_time() => Holds(HistoryGenerator.Unreliable, play =>
        Assert.Equal(play.Events.Select(happened => happened.At).Order(), play.Events.Select(happened => happened.At)));

    /// <summary>Only the early count may be overdue when it is first asked for: by the days between it and the check, when the approval comes late.</summary>
    [Fact]
    public void A_deadline_is_never_in_the_past_by_more_than_the_policy_allows() => Holds(HistoryGenerator.Punctual, play =>
        Assert.All(play.Transitions.Where((_, index) => IsLastOfItsMoment(play, index)), transition =>
        {
            if (MiniGrantWorkflow.NextDeadline(transition.After, play.Rules) is { } next)
            {
                var allowed = next.Kind is DeadlineKind.EarlyCount ? CheckOf(play) - next.At : TimeSpan.Zero;
                Assert.True(transition.Event.At - next.At <= allowed, $"{next} after {transition.Event}");
            }
        }));

    [Fact]
    [Trait(Rule.Trait, Rule.MG10)]
    public void Time_alone_brings_every_undecided_request_to_its_end() => Holds(HistoryGenerator.Unreliable, play =>
    {
        var undecided = play.State is MiniGrant.UnderReview;
        play.WaitUntil(play.Now.AddYears(1));

        Assert.IsNotType<MiniGrant.UnderReview>(play.State);
        Assert.True(!undecided || play.State is MiniGrant.Expired);
    });

    [Fact]
    [Trait(Rule.Trait, Rule.MG12)]
    public void Time_leaves_every_approved_session_with_an_outcome_or_with_the_office() => Holds(HistoryGenerator.Punctual, play =>
    {
        play.Take(new HistoryStep.EnrollSays(9));
        play.WaitUntil(SessionStart(play).AddDays(1));

        Assert.True(play.State is not MiniGrant.Approved { Watch.OverdueTold: false }, Written.Of(play.State));
    });

    /// <summary>The invariants say nothing about what never occurs.</summary>
    [Fact]
    public void The_histories_reach_every_event()
    {
        var seen = HistoryGenerator.Unreliable.Generator.Sample(Histories).SelectMany(history => Playthrough.Of(history).Events).Select(happened => happened.GetType());
        var all = typeof(MiniGrantEvent).GetNestedTypes().Where(type => type.IsAssignableTo(typeof(MiniGrantEvent)));

        Assert.Empty(all.Except(seen).Select(type => type.Name));
    }

    private static void Holds(Arbitrary<History> histories, Action<Playthrough> invariant) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Histories), Prop.ForAll(histories, history => invariant(Playthrough.Of(history))));

    private static IEnumerable<Transition> Of<TEvent>(Playthrough play) => play.Transitions.Where(transition => transition.Event is TEvent);

    private static bool IsLastOfItsMoment(Playthrough play, int index) =>
        index == play.Transitions.Count - 1 || play.Transitions[index + 1].Event.At > play.Transitions[index].Event.At;

    private static DateTimeOffset CheckOf(Playthrough play) => MiniGrantWorkflow.EnrollCheckAt(Session(play), play.Rules);

    private static DateTimeOffset SessionStart(Playthrough play) => MiniGrantWorkflow.SessionStartAt(Session(play), play.Rules);

    private static SessionPlan Session(Playthrough play) => ((MiniGrant.Known)play.State).Submission.Request.Session;
}
