using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace TechPlan.Local.Hosting;

/// <summary>One function of the app: a method, the trigger that starts it and how its parameters are filled.</summary>
internal sealed class LocalFunction
{
    private readonly Lazy<FunctionMethod> _method;

    private LocalFunction(string name, MethodInfo method, ParameterInfo triggerParameter, TriggerBindingAttribute trigger)
    {
        Method = method;
        TriggerParameter = triggerParameter;
        Trigger = trigger;
        Definition = new LocalFunctionDefinition(name, method);
        ReturnType = ResultReader.Unwrap(method.ReturnType);
        TriggerCheck.Refuse(this);
        var sources = Array.ConvertAll(method.GetParameters(), parameter => ParameterSource.For(parameter, this));
        _method = new(() => new FunctionMethod(method, sources));
    }

    public FunctionDefinition Definition { get; }

    public string Name => Definition.Name;

    public MethodInfo Method { get; }

    public TriggerBindingAttribute Trigger { get; }

    public ParameterInfo TriggerParameter { get; }

    /// <summary>What the method returns once it is done: the T of a Task of T, void for a plain Task.</summary>
    public Type ReturnType { get; }

    public ValueTask<object?> InvokeAsync(LocalFunctionContext context) => _method.Value.InvokeAsync(context);

    public static LocalFunction From(MethodInfo method)
    {
        var name = method.GetCustomAttribute<FunctionAttribute>()!.Name;
        var triggers = method.GetParameters().Where(p => p.IsDefined(typeof(TriggerBindingAttribute))).ToArray();
        return triggers is [var parameter]
            ? new LocalFunction(name, method, parameter, parameter.GetCustomAttribute<TriggerBindingAttribute>()!)
            : throw new LocalSetupException($"Function '{name}' needs exactly one parameter with a trigger attribute, but has {triggers.Length}.");
    }
}
