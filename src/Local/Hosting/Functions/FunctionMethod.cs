using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace TechPlan.Local.Hosting;

/// <summary>Calls a function's method: makes its class from the invocation's services, fills its parameters, awaits its result.</summary>
internal sealed class FunctionMethod
{
    private readonly MethodInvoker _invoker;
    private readonly ParameterSource[] _sources;
    private readonly ObjectFactory? _createTarget;
    private readonly ResultReader _result;

    public FunctionMethod(MethodInfo method, ParameterSource[] sources)
    {
        _sources = sources;
        _invoker = MethodInvoker.Create(method);
        _createTarget = method.IsStatic ? null : ActivatorUtilities.CreateFactory(method.DeclaringType!, []);
        _result = ResultReader.For(method.ReturnType);
    }

    public async ValueTask<object?> InvokeAsync(LocalFunctionContext context)
    {
        var target = _createTarget?.Invoke(context.InstanceServices, []);
        try
        {
            var arguments = Array.ConvertAll(_sources, source => source.Read(context));
            return await _result.ReadAsync(_invoker.Invoke(target, arguments.AsSpan()));
        }
        finally
        {
            await DisposeAsync(target);
        }
    }

    private static ValueTask DisposeAsync(object? target)
    {
        if (target is IAsyncDisposable asyncDisposable)
        {
            return asyncDisposable.DisposeAsync();
        }

        (target as IDisposable)?.Dispose();
        return ValueTask.CompletedTask;
    }
}
