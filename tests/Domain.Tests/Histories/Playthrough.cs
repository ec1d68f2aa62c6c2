using TechPlan.Domain.MiniGrants;
using TechPlan.Domain.Tests.MiniGrants;

namespace TechPlan.Domain.Tests.Histories;

/// <summary>Plays a history as the app would: commit what is decided, wake when the workflow asked to be woken.</summary>
internal sealed class Playthrough
{
    /// <summary>More things than this are never due at one instant.</summary>
    private const int MostDueAtOnce = 4;

    private readonly List<Transition> _transitions = [];
    private int? _registered;

    private Playthrough(History history)
    {
        Rules = history.Rules;
        Now = history.SubmittedAt;
        Give(new MiniGrantCommand.Submit(Sample.Id, history.Request, Sample.Facts));
        Assert.IsType<MiniGrant.UnderReview>(State);
    }

    internal DistrictRules Rules { get; }

    internal DateTimeOffset Now { get; private set; }

    internal MiniGrant State { get; private set; } = MiniGrant.NotSubmitted.Instance;

    internal IReadOnlyList<Transition> Transitions => _transitions;

    internal IEnumerable<MiniGrantEvent> Events => _transitions.Select(transition => transition.Event);

    internal Deadline? Next => MiniGrantWorkflow.NextDeadline(State, Rules);

    internal static Playthrough Of(History history)
    {
        var play = new Playthrough(history);
        foreach (var step in history.Steps)
        {
            play.Take(step);
        }

        return play;
    }

    internal void Give(MiniGrantCommand command)
    {
        if (MiniGrantWorkflow.Decide(State, command, Now, Rules) is not DecisionResult.Accepted accepted)
        {
            return;
        }

        foreach (var happened in accepted.Events)
        {
            var before = State;
            State = MiniGrantWorkflow.Evolve(before, happened);
            _transitions.Add(new Transition(before, happened, State));
        }
    }

    /// <summary>Meets every deadline until then.</summary>
    internal void WaitUntil(DateTimeOffset until)
    {
        while (Next is { } next && next.At <= until)
        {
            Now = next.At > Now ? next.At : Now;
            Advance();
        }

        Now = until;
    }

    internal void Take(HistoryStep step)
    {
        switch (step)
        {
            case HistoryStep.Wait(var hours):
                WaitUntil(Now.AddHours(hours));
                break;
            case HistoryStep.StandStill(var hours):
                Now = Now.AddHours(hours);
                Advance();
                break;
            case HistoryStep.EnrollSays(var registered):
                _registered = registered;
                break;
            case HistoryStep.Give(var command):
                Give(command);
                break;
            default:
                throw new InvalidOperationException($"No such step: {step}");
        }
    }

    /// <summary>Takes up what is due, and holds the workflow to it that each time something moves.</summary>
    private void Advance()
    {
        for (var rounds = 0; Next is { } due && due.At <= Now; rounds++)
        {
            Assert.True(rounds < MostDueAtOnce, $"Spinning at {due}.");
            Give(due.NeedsCount ? Count() : new MiniGrantCommand.TimePassed());
            Assert.False(Next == due, $"{due} was met and stands as before.");
        }
    }

    private MiniGrantCommand Count() =>
        _registered is { } registered ? new MiniGrantCommand.EnrollmentCounted(registered) : new MiniGrantCommand.EnrollmentUnavailable();
}

/// <summary>One event with what stood before and after it.</summary>
internal sealed record Transition(MiniGrant Before, MiniGrantEvent Event, MiniGrant After);
