namespace TechPlan.Local.Tests.Hosting;

/// <summary>A scoped service of the sample app.</summary>
public sealed class Greeter
{
    private readonly string _greeting = "Hello";

    public Guid Id { get; } = Guid.NewGuid();

    public string Greet(string name) => $"{_greeting}, {name}";
}
