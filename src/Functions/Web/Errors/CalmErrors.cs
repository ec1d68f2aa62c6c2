using System.Net.Sockets;
using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace TechPlan.Functions.Web.Errors;

/// <summary>
/// Turns what an HTTP function did not expect into a calm answer with a reference. The log gets the exception and the function's
/// name, never the address that was asked for: it may hold a signed link.
/// </summary>
public sealed class CalmErrors(Pages pages, ILogger<CalmErrors> logger) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        try
        {
            await next(context);
        }
        catch (Exception e) when (!http.RequestAborted.IsCancellationRequested)
        {
            context.GetInvocationResult().Value = await AnswerAsync(context, http.Request, e);
        }
    }

    private async Task<IResult> AnswerAsync(FunctionContext context, HttpRequest request, Exception exception)
    {
        var reference = context.InvocationId;
        logger.LogError(exception, "{Function} failed; the answer bears the reference {Reference}", context.FunctionDefinition.Name, reference);
        return await pages.TroubleAsync(request, IsOutage(exception) ? Trouble.Unavailable(reference) : Trouble.Unexpected(reference));
    }

    /// <summary>Storage that cannot be reached or is overloaded: the same request may succeed later.</summary>
    private static bool IsOutage(Exception exception) => exception switch
    {
        RequestFailedException e => e.Status is 0 or 408 or 429 or >= 500,
        AggregateException e => e.InnerExceptions.Any(IsOutage),
        HttpRequestException or SocketException or TimeoutException => true,
        _ => false,
    };
}
