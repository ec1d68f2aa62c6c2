using TechPlan.Domain.MiniGrants;
using static TechPlan.Domain.Tests.MiniGrants.Sample;

namespace TechPlan.Domain.Tests.MiniGrants;

/// <summary>
/// What every command leads to in every state: the event's name, the refusal's code in lower case, or a dot where nothing is
/// left to do. Enroll's answers and time come when the state's own deadline is due.
/// </summary>
public sealed class EveryPairTests
{
    private const string Table = """
                        Submit     Approve          Reject           Withdraw         HoldAnyway       EnrollmentCounted EnrollmentUnavailable EnterCount       TimePassed
        NotSubmitted    Submitted  unknown          unknown          unknown          unknown          unknown           unknown               unknown          .
        UnderReview     .          Approved         Rejected         Withdrawn        not-approved     .                 .                     not-approved     ReviewReminded
        Approved        .          .                already-decided  Withdrawn        HeldAnyway       EarlyCountTaken   CountFailed           count-not-asked  .
        Counting        .          .                already-decided  Withdrawn        HeldAnyway       Cancelled         CountFailed           count-not-asked  .
        Held            .          .                already-decided  Withdrawn        .                Confirmed         CountFailed           count-not-asked  .
        Asked           .          .                already-decided  Withdrawn        HeldAnyway       Cancelled         CountFailed           Cancelled        .
        Overdue         .          .                already-decided  session-begun    HeldAnyway       .                 .                     Cancelled        .
        Confirmed       .          .                already-decided  Withdrawn        already-decided  .                 .                     already-decided  .
        Rejected        .          already-decided  .                already-decided  already-decided  .                 .                     already-decided  .
        Withdrawn       .          already-decided  already-decided  .                already-decided  .                 .                     already-decided  .
        Expired         .          already-decided  already-decided  already-decided  already-decided  .                 .                     already-decided  .
        Cancelled       .          already-decided  already-decided  already-decided  already-decided  .                 .                     already-decided  .
        """;

    private static readonly Dictionary<string, (IEnumerable<MiniGrantEvent> History, DateTimeOffset Now)> States = new()
    {
        ["NotSubmitted"] = ([], SubmittedAt),
        ["UnderReview"] = ([Submitted], At(9, 16, 10)),
        ["Approved"] = ([Submitted, Approved], EarlyAt),
        ["Counting"] = (Counting, CheckAt),
        ["Held"] = ([.. Counting, Held], CheckAt),
        ["Asked"] = (Asked, CheckAt.AddHours(8)),
        ["Overdue"] = ([.. Asked, CountOverdue], SessionAt),
        ["Confirmed"] = ([.. Counting, Confirmed], CheckAt),
        ["Rejected"] = ([Submitted, Rejected], CheckAt),
        ["Withdrawn"] = ([Submitted, Withdrawn], CheckAt),
        ["Expired"] = ([Submitted, Expired], CheckAt),
        ["Cancelled"] = ([.. Counting, Cancelled], CheckAt),
    };

    private static readonly MiniGrantCommand[] Commands = [Submit, Approve, Reject, Withdraw, HoldAnyway, Counted(3), Unavailable, Enter(3), Time];

    /// <summary>State, command and what follows, one for each cell of the table.</summary>
    public static TheoryData<string, string, string> Cells
    {
        get
        {
            var lines = Table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToArray();
            var cells = new TheoryData<string, string, string>();
            foreach (var line in lines[1..])
            {
                foreach (var (command, follows) in lines[0].Zip(line[1..]))
                {
                    cells.Add(line[0], command, follows);
                }
            }

            return cells;
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Every_command_has_its_answer_in_every_state(string state, string command, string follows)
    {
        var (history, now) = States[state];
        var given = Commands.Single(candidate => candidate.GetType().Name == command);

        var answer = MiniGrantWorkflow.Decide(MiniGrantWorkflow.Replay(history), given, now, Rules) switch
        {
            DecisionResult.Accepted { Events: [] } => ".",
            DecisionResult.Accepted { Events: [var only] } => only.GetType().Name,
            DecisionResult.Refused { Reasons: [var only] } => only.Code,
            var other => other.ToString(),
        };

        Assert.Equal(follows, answer);
    }

    [Fact]
    public void The_table_has_every_state_and_every_command()
    {
        var concrete = typeof(MiniGrant).GetNestedTypes().Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(MiniGrant)));
        var commands = typeof(MiniGrantCommand).GetNestedTypes().Where(type => type.IsAssignableTo(typeof(MiniGrantCommand)));

        Assert.Equal(concrete.ToHashSet(), States.Values.Select(state => MiniGrantWorkflow.Replay(state.History).GetType()).ToHashSet());
        Assert.Equal(commands.ToHashSet(), Commands.Select(command => command.GetType()).ToHashSet());
        Assert.Equal(States.Count * Commands.Length, Cells.Count);
    }

    /// <summary>Events that cannot follow are a broken history, which is a bug and not an answer.</summary>
    [Fact]
    public void An_event_that_cannot_follow_is_an_exception() =>
        Assert.Throws<InvalidOperationException>(() => MiniGrantWorkflow.Replay([Submitted, Rejected, Approved]));
}
