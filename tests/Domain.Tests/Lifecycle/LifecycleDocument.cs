using TechPlan.Domain.MiniGrants;

namespace TechPlan.Domain.Tests.Lifecycle;

/// <summary>Writes docs/lifecycle.md by asking the workflow itself: every command in every situation.</summary>
internal static class LifecycleDocument
{
    private const string Introduction = """
        <!-- Generated from src/Domain by tests/Domain.Tests. Do not edit; renew it with:
             UPDATE_DOCS=1 dotnet test tests/Domain.Tests --filter LifecycleDocumentTests -->

        # The life of a mini-grant

        What a mini-grant goes through, as the code decides it with the default policy (minimum 15). "Approved" appears in four
        shapes, because its counting of registrations does: plain, held by the specialist, its number asked for, its number missing when
        the session begins. Enroll's answers count only when a count is due. Rejected, Withdrawn, Expired and Cancelled are ends. Confirmed is not: the lead ITL can withdraw until the session begins.

        """;

    private static readonly (string Event, string Then, string Rules) Nothing = ("nothing", "", "");

    internal static string Write() =>
        string.Join('\n', [.. Introduction.ReplaceLineEndings("\n").Split('\n'), .. Diagram(), "", .. States().SelectMany(Section)]).TrimEnd('\n') + "\n";

    private static IEnumerable<string> Diagram() =>
    [
        "```mermaid",
        "stateDiagram-v2",
        .. States().Skip(1).Select(state => $"    state \"{state.Key}\" as {Symbol(state.Key)}"),
        .. Transitions().GroupBy(step => (step.From, step.To)).Select(way => $"    {Start(way.Key.From)} --> {Symbol(way.Key.To)} : {string.Join(", ", way.Select(step => step.Words).Distinct())}"),
        .. States().Where(state => state.First().State is MiniGrant.Ended).Select(state => $"    {Symbol(state.Key)} --> [*]"),
        "```",
    ];

    private static IEnumerable<IGrouping<string, Situation>> States() => Situation.All.GroupBy(situation => LifecycleWords.NameOf(situation.State));

    private static IEnumerable<(string From, string To, string Words)> Transitions() =>
        from situation in Situation.All
        from command in Situation.Commands
        let accepted = situation.Decide(command.Command) as DecisionResult.Accepted
        where accepted is { Events: not [] }
        from happened in accepted.Events
        select (LifecycleWords.NameOf(situation.State), After(situation, accepted), LifecycleWords.Of(happened).Words);

    private static IEnumerable<string> Section(IGrouping<string, Situation> state)
    {
        var usual = Rows(state.First()).ToHashSet();
        return
        [
            $"## {state.Key}",
            "",
            "| when | asked | what happens | then | rule |",
            "| --- | --- | --- | --- | --- |",
            .. Table(state.First(), Rows(state.First())),
            .. state.Skip(1).SelectMany(later => Table(later, Rows(later).Where(row => !usual.Contains(row)))),
            "",
        ];
    }

    private static IEnumerable<string> Table(Situation situation, IEnumerable<(string Asked, string Event, string Then, string Rules)> rows) =>
        rows.GroupBy(row => (row.Event, row.Then, row.Rules))
            .Select(same => $"| {situation.Moment} | {string.Join("; ", same.Select(row => row.Asked))} | {same.Key.Event} | {same.Key.Then} | {same.Key.Rules} |");

    private static IEnumerable<(string Asked, string Event, string Then, string Rules)> Rows(Situation situation) =>
        from command in Situation.Commands
        let answer = Answer(situation, command.Command)
        select (command.Words, answer.Event, answer.Then, answer.Rules);

    private static (string Event, string Then, string Rules) Answer(Situation situation, MiniGrantCommand command) => situation.Decide(command) switch
    {
        DecisionResult.Accepted { Events: [] } => Nothing,
        DecisionResult.Accepted accepted => (
            string.Join(", ", accepted.Events.Select(happened => LifecycleWords.Of(happened).Words)),
            After(situation, accepted),
            string.Join(", ", accepted.Events.Select(happened => LifecycleWords.Of(happened).Rules).Distinct())),
        DecisionResult.Refused { Reasons: [var reason, ..] } => ($"refused: {reason.Code}", "", reason.Rule),
        var other => throw new InvalidOperationException($"No words for {other}."),
    };

    private static string After(Situation situation, DecisionResult.Accepted accepted) =>
        LifecycleWords.NameOf(accepted.Events.Aggregate(situation.State, MiniGrantWorkflow.Evolve));

    private static string Start(string state) => state == LifecycleWords.NameOf(MiniGrant.NotSubmitted.Instance) ? "[*]" : Symbol(state);

    private static string Symbol(string state) => state.Replace(' ', '_');
}
