using System.Diagnostics.CodeAnalysis;

namespace TechPlan.Local.Mail.GraphApi;

/// <summary>The message as it now stands, or why it was refused.</summary>
internal readonly record struct GraphOutcome(GraphDocument? Message, GraphProblem? Problem)
{
    public static implicit operator GraphOutcome(GraphDocument message) => new(message, null);

    public static implicit operator GraphOutcome(GraphProblem problem) => new(null, problem);

    public bool Refused([NotNullWhen(true)] out GraphProblem? problem, [NotNullWhen(false)] out GraphDocument? message)
    {
        problem = Problem;
        message = Message;
        return problem is not null;
    }
}
