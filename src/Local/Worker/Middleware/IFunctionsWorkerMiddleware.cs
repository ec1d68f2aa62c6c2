namespace Microsoft.Azure.Functions.Worker.Middleware;

/// <summary>Wraps every invocation, whatever its trigger.</summary>
public interface IFunctionsWorkerMiddleware
{
    Task Invoke(FunctionContext context, FunctionExecutionDelegate next);
}
