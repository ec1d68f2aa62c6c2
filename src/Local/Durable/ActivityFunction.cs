namespace TechPlan.Local.Durable;

/// <summary>An activity by name; its input arrives deserialized to <paramref name="InputType"/>. It may run more than once.</summary>
public sealed record ActivityFunction(string Name, Type InputType, Func<object?, CancellationToken, Task<object?>> Run);
