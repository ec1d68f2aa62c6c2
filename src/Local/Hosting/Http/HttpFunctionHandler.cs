using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace TechPlan.Local.Hosting;

/// <summary>Runs one function for each request and writes what it returned, after the app's middleware has seen it.</summary>
internal sealed class HttpFunctionHandler(
    LocalFunction function, FunctionPipeline pipeline, RunningHttpFunctions running, ILogger<HttpFunctionHandler> logger)
{
    public async Task HandleAsync(HttpContext http)
    {
        running.Begin();
        try
        {
            var context = new LocalFunctionContext(function, http.Request, http.RequestServices, http.RequestAborted);
            context.Items[FunctionContextExtensions.HttpContextKey] = http;
            await pipeline.RunAsync(context);
            await WriteAsync(http, context.Result);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            logger.LogDebug("The caller of {Function} went away", function.Name);
        }
        catch (Exception e)
        {
            logger.LogError(e, "{Function} failed", function.Name);
            Fail(http);
        }
        finally
        {
            running.End();
        }
    }

    /// <summary>Anything that is no result of ASP.NET Core's is dropped, as the Functions host drops it: 200 with an empty body.</summary>
    private static Task WriteAsync(HttpContext http, object? result) => result switch
    {
        IResult value => value.ExecuteAsync(http),
        IActionResult action => action.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new ActionDescriptor())),
        _ => Task.CompletedTask,
    };

    private static void Fail(HttpContext http)
    {
        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }

        http.Response.Clear();
        http.Response.StatusCode = StatusCodes.Status500InternalServerError;
    }
}
