namespace TechPlan.Local.Hosting;

/// <summary>The HTTP methods that a function answers; none listed means all.</summary>
internal sealed record FunctionMethods(IReadOnlyList<string> Listed)
{
    public bool Allows(string method) => Listed.Count == 0 || Listed.Contains(method, StringComparer.OrdinalIgnoreCase);
}
