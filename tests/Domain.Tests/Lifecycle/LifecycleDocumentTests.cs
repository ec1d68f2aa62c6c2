using TechPlan.Domain.MiniGrants;

namespace TechPlan.Domain.Tests.Lifecycle;

public sealed class LifecycleDocumentTests
{
    private const string Command = "UPDATE_DOCS=1 dotnet test tests/Domain.Tests --filter LifecycleDocumentTests";

    [Fact]
    public void The_document_says_what_the_workflow_does()
    {
        var path = Path.Combine(RepositoryRoot(), "docs", "lifecycle.md");
        var current = LifecycleDocument.Write();
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            File.WriteAllText(path, current);
        }

        var kept = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        Assert.True(kept == current, $"docs/lifecycle.md is not what the workflow does any more. Renew it with: {Command}");
    }

    [Fact]
    public void It_leaves_out_no_state_and_no_event()
    {
        var events = Situation.All.SelectMany(situation => Situation.Commands.Select(command => situation.Decide(command.Command)))
            .OfType<DecisionResult.Accepted>().SelectMany(accepted => accepted.Events).Select(happened => happened.GetType());

        Assert.Empty(Concrete<MiniGrantEvent>().Except(events));
        Assert.Empty(Concrete<MiniGrant>().Except(Situation.All.Select(situation => situation.State.GetType())));
    }

    private static IEnumerable<Type> Concrete<T>() =>
        typeof(T).GetNestedTypes().Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(T)));

    private static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "TechPlanFunctions.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder;
    }
}
