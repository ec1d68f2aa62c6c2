using Microsoft.Azure.Functions.Worker;

namespace TechPlan.Local.Hosting;

internal sealed class LocalFunctionContext(
    LocalFunction function,
    object? triggerValue,
    IServiceProvider services,
    CancellationToken cancellation) : FunctionContext
{
    private string? _invocationId;

    public LocalFunction Function => function;

    public object? TriggerValue => triggerValue;

    /// <summary>What the function returned, or what middleware has put in its place.</summary>
    public object? Result { get; set; }

    public override string InvocationId => _invocationId ??= Guid.NewGuid().ToString();

    public override string FunctionId => function.Definition.Id;

    public override FunctionDefinition FunctionDefinition => function.Definition;

    public override IServiceProvider InstanceServices { get; set; } = services;

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override IInvocationFeatures Features { get; } = new InvocationFeatures();

    public override CancellationToken CancellationToken => cancellation;
}
