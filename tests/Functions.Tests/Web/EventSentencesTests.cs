using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Web.Timeline;
using static TechPlan.Functions.Tests.Web.SampleGrants;

namespace TechPlan.Functions.Tests.Web;

public sealed class EventSentencesTests
{
    private static readonly DateTimeOffset At = DecidedAt;

    public static TheoryData<MiniGrantEvent, string, string?> Sentences => new()
    {
        { new MiniGrantEvent.Submitted(At, SampleGrants.Submission), "Dana Field asked for this mini-grant.", null },
        { new MiniGrantEvent.ReviewReminded(At, 1), "The specialist was reminded to decide.", null },
        { new MiniGrantEvent.ReviewReminded(At, 3), "The specialist was reminded to decide (reminder 3).", null },
        { new MiniGrantEvent.OfficeAlerted(At), "Learning Technologies was told that the request is still undecided.", null },
        { new MiniGrantEvent.Approved(At, Pat), "Pat Lee approved the request. Registration opened on Enroll.", null },
        { new MiniGrantEvent.Rejected(At, Pat, "Too soon."), "Pat Lee rejected the request.", "Too soon." },
        { new MiniGrantEvent.Withdrawn(At, Dana, "No room."), "Dana Field withdrew the request.", "No room." },
        { new MiniGrantEvent.Expired(At), "The request expired: nobody had decided when the registrations were due to be counted.", null },
        { new MiniGrantEvent.EarlyCountTaken(At, 1, true), "An early look at Enroll found 1 person registered, fewer than needed.", null },
        { new MiniGrantEvent.EarlyCountTaken(At, 15, false), "An early look at Enroll found 15 people registered, enough.", null },
        { new MiniGrantEvent.EarlyCountMissed(At), "The early look at Enroll was given up, because Enroll did not answer. The check itself still follows.", null },
        { new MiniGrantEvent.HeldAnyway(At, Pat, "Paid."), "Pat Lee decided that the session takes place whatever the number of registrations.", "Paid." },
        { new MiniGrantEvent.CountFailed(At), "Enroll did not answer when the registrations were to be counted. It is asked again.", null },
        { new MiniGrantEvent.CountRequested(At), "Enroll still did not answer, so the specialist was asked for the number of registrations.", null },
        { new MiniGrantEvent.CountOverdue(At), "The session began without a number of registrations. Learning Technologies was told.", null },
        { new MiniGrantEvent.Confirmed(At, 17, null), "The session was confirmed: 17 people registered.", null },
        { new MiniGrantEvent.Confirmed(At, 17, Pat), "The session was confirmed: 17 people registered, as Pat Lee counted.", null },
        { new MiniGrantEvent.Confirmed(At, null, null), "The session was confirmed, held whatever the number of registrations, which Enroll could not give.", null },
        { new MiniGrantEvent.Cancelled(At, 9, null), "The session was cancelled: 9 people registered.", null },
    };

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Every_event_has_its_sentence(MiniGrantEvent happened, string sentence, string? why) =>
        Assert.Equal(new TimelineEntry(At, sentence, why), EventSentences.Of(happened));

    [Fact]
    public void No_event_lacks_a_sentence()
    {
        var told = Sentences.Select(row => row[0]!.GetType()).ToHashSet();

        Assert.All(typeof(MiniGrantEvent).GetNestedTypes(), type => Assert.Contains(type, told));
    }
}
