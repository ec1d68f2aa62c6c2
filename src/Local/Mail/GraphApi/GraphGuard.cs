using System.Globalization;
using Microsoft.AspNetCore.Http;
using TechPlan.Local.Mail.Faults;

namespace TechPlan.Local.Mail.GraphApi;

/// <summary>What every request passes first: the token, the faults asked for, and how many requests a mailbox takes at once.</summary>
internal sealed class GraphGuard(MailFaults faults, MailLimits limits)
{
    public async ValueTask<object?> PassAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.Request.Headers.Authorization.ToString() is { Length: > 0 } token && !IsBearer(token))
        {
            return GraphProblem.NoToken.ToResult();
        }

        if (GraphPreferences.Read(http.Request).Applied() is { } applied)
        {
            http.Response.Headers["Preference-Applied"] = applied;
        }

        if (faults.Take(Carriers.Graph) is { } fault)
        {
            return Fail(fault, http);
        }

        return http.Request.RouteValues["user"] is string mailbox ? await CountAsync(mailbox, context, next) : await next(context);
    }

    /// <summary>The answer of a fault; 429 as Graph gives it, with the wait.</summary>
    public IResult Fail(MailFault fault, HttpContext http)
    {
        if (fault.Status == StatusCodes.Status429TooManyRequests)
        {
            limits.CountThrottled();
        }

        if (fault.RetryAfterSeconds is { } seconds)
        {
            http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        return GraphProblem.Fault(fault.Status).ToResult();
    }

    private async ValueTask<object?> CountAsync(string mailbox, EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        using var turn = limits.Enter(mailbox);
        if (!turn.IsGranted)
        {
            context.HttpContext.Response.Headers.RetryAfter = "1";
            return GraphProblem.TooManyAtOnce.ToResult();
        }

        await turn.LingerAsync(context.HttpContext.RequestAborted);
        return await next(context);
    }

    private static bool IsBearer(string header) =>
        header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) && header.Length > "Bearer ".Length;
}
