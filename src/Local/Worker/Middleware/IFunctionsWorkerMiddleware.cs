using System.Diagnostics.CodeAnalysis;

namespace Microsoft.Azure.Functions.Worker.Middleware;

/// <summary>Wraps every invocation, whatever its trigger.</summary>
public interface IFunctionsWorkerMiddleware
{
    [SuppressMessage("Naming", "CA1716", Justification = "The name is the real package's.")]
    Task Invoke(FunctionContext context, FunctionExecutionDelegate next);
}
