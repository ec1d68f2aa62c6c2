using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using TechPlan.Local.Mail.Delivery;
using TechPlan.Local.Mail.Faults;
using TechPlan.Local.Mail.SendGridApi.Webhooks;
using TechPlan.Local.Mail.Store;

namespace TechPlan.Local.Mail.SendGridApi;

/// <summary><c>/local/sendgrid</c>: SendGrid's send and its activity look-up.</summary>
internal sealed class SendGridEndpoints(MailStore store, OwnMailDelivery delivery, MailFaults faults, EventFeed events, TimeProvider clock)
{
    public const string BasePath = "/local/sendgrid";
    private const int LargestRequest = 30 * 1024 * 1024;
    private const int LargestLookup = 1000;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(BasePath + "/v3").AddEndpointFilter(GuardAsync);
        api.MapPost("/mail/send", SendAsync);
        api.MapGet("/messages", LookUpAsync);
    }

    private async ValueTask<object?> GuardAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var token = http.Request.Headers.Authorization.ToString();
        if (!token.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) || token.Length == "Bearer ".Length)
        {
            return SendProblem.NoKey.ToResult();
        }

        return faults.Take(Carriers.SendGrid) is { } fault ? Fail(fault, http) : await next(context);
    }

    private async Task<IResult> SendAsync(HttpRequest incoming)
    {
        var http = incoming.HttpContext;
        LiftKestrelsLimit(http);
        if (incoming.ContentLength > LargestRequest)
        {
            // Read to its end first: a client still writing would see a broken connection instead of the answer.
            await incoming.Body.CopyToAsync(Stream.Null, http.RequestAborted);
            return SendProblem.TooLarge.ToResult();
        }

        if (await ReadAsync(http) is not { } request)
        {
            return SendProblem.NotJson.ToResult();
        }

        if (SendRules.Check(request) is { } problem)
        {
            return problem.ToResult();
        }

        var recipients = request.Personalizations!.SelectMany(one => one.Everyone).Select(address => address.Email!);
        return faults.Take(Carriers.SendGrid, recipients) is { } fault ? Fail(fault, http) : await AcceptAsync(request, http);
    }

    private async Task<IResult> AcceptAsync(SendRequest request, HttpContext http)
    {
        var now = clock.GetUtcNow();
        var document = new SendGridDocument(MailIds.NewSend(now), now, request);
        if (!request.IsSandboxed && await StoreAsync(document, http.RequestAborted) is SaveOutcome.TooLarge)
        {
            return SendProblem.TooLarge.ToResult();
        }

        if (!request.IsSandboxed)
        {
            events.Sent(document, http.Request);
        }

        http.Response.Headers["X-Message-Id"] = document.Id;
        // A sandboxed request is a checked one: SendGrid answers 200 then, and 202 when it will send.
        return Results.StatusCode(request.IsSandboxed ? StatusCodes.Status200OK : StatusCodes.Status202Accepted);
    }

    private async Task<SaveOutcome> StoreAsync(SendGridDocument document, CancellationToken cancellation)
    {
        var outcome = await store.AddAsync(document, cancellation);
        if (outcome is SaveOutcome.Saved)
        {
            await delivery.DeliverAsync(document, cancellation);
        }

        return outcome;
    }

    private async Task<IResult> LookUpAsync(string? query, int? limit, CancellationToken cancellation)
    {
        if (limit is < 1 or > LargestLookup)
        {
            return SendProblem.Refused("limit", $"The limit is from 1 to {LargestLookup}.").ToResult();
        }

        if (ActivityQuery.Parse(query ?? "") is not { } asked)
        {
            return SendProblem.Refused("query", "This stand-in takes unique_args['key']=\"value\" and to_email=\"address\", joined by AND.").ToResult();
        }

        var found = (await store.AllAsync(cancellation))
            .Where(asked.MayMatch)
            .Select(entry => entry.Open())
            .OfType<SendGridDocument>()
            .SelectMany(document => document.Deliver())
            .Where(asked.Matches)
            .OrderByDescending(mail => mail.SentAt)
            .Take(limit ?? 10);
        return Results.Json(new { messages = found.Select(Activity) });
    }

    private static object Activity(DeliveredMail mail) => new
    {
        from_email = mail.From,
        msg_id = mail.Id,
        subject = mail.Subject,
        to_email = mail.To[0],
        status = "delivered",
        opens_count = 0,
        clicks_count = 0,
        last_event_time = mail.SentAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
    };

    private IResult Fail(MailFault fault, HttpContext http)
    {
        if (fault.RetryAfterSeconds is { } seconds)
        {
            http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            http.Response.Headers["X-RateLimit-Remaining"] = "0";
            http.Response.Headers["X-RateLimit-Reset"] =
                clock.GetUtcNow().AddSeconds(seconds).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        }

        return SendProblem.Fault(fault.Status).ToResult();
    }

    /// <summary>Kestrel's own limit is a little below SendGrid's, and cuts the connection.</summary>
    private static void LiftKestrelsLimit(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
        }
    }

    private static async Task<SendRequest?> ReadAsync(HttpContext http)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<SendRequest>(http.Request.Body, Json, http.RequestAborted);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
