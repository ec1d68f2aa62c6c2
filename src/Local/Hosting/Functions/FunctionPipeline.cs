using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace TechPlan.Local.Hosting;

/// <summary>The app's middleware around every invocation, whatever its trigger; the first that was added is the outermost.</summary>
internal sealed class FunctionPipeline(IEnumerable<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware)
{
    private readonly FunctionExecutionDelegate _run = middleware
        .Reverse()
        .Aggregate((FunctionExecutionDelegate)InvokeAsync, (next, wrap) => wrap(next));

    public Task RunAsync(LocalFunctionContext context) => _run(context);

    /// <summary>Runs a function in a scope of services of its own and gives its result.</summary>
    public async Task<object?> RunAsync(LocalFunction function, object? triggerValue, IServiceProvider services, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        var context = new LocalFunctionContext(function, triggerValue, scope.ServiceProvider, cancellation);
        await _run(context);
        return context.Result;
    }

    private static async Task InvokeAsync(Microsoft.Azure.Functions.Worker.FunctionContext context)
    {
        var local = (LocalFunctionContext)context;
        local.Result = await local.Function.InvokeAsync(local);
    }
}
