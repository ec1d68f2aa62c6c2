using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace TechPlan.Local.Mail.Faults;

/// <summary>
/// <c>/local/mail/limits</c> says and sets how many requests a mailbox takes at once, <c>/local/mail/statistics</c> what was seen.
/// </summary>
internal static class LimitEndpoints
{
    private const int LongestLatency = 60_000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/local/mail/limits", (MailLimits limits) => limits.Settings);
        routes.MapPut("/local/mail/limits", Set);
        routes.MapGet("/local/mail/statistics", (MailLimits limits) => limits.Statistics);
        routes.MapDelete("/local/mail/statistics", (MailLimits limits) =>
        {
            limits.Forget();
            return Results.NoContent();
        });
    }

    private static IResult Set(MailLimitSettings settings, MailLimits limits)
    {
        if (settings.MailboxConcurrency is < 1 || settings.LatencyMilliseconds is < 0 or > LongestLatency)
        {
            return Results.Problem(
                title: "That is no limit.",
                detail: $"mailboxConcurrency is 1 or more, or null for none; latencyMilliseconds is from 0 to {LongestLatency}.",
                statusCode: StatusCodes.Status400BadRequest);
        }

        limits.Settings = settings;
        return Results.Ok(settings);
    }
}
