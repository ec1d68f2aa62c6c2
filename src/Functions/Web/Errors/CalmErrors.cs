using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;
using TechPlan.Functions.Storage;

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
        return await pages.TroubleAsync(request, StorageOutage.Is(exception) ? Trouble.Unavailable(reference) : Trouble.Unexpected(reference));
    }
}
