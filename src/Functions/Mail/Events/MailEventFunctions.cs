using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using TechPlan.Functions.Api;
using TechPlan.Functions.Mail.Webhooks;

namespace TechPlan.Functions.Mail.Events;

/// <summary>The door for SendGrid's Event Webhook. SendGrid posts again, for 24 hours, what was not answered with a 2xx.</summary>
public sealed class MailEventFunctions(MailEventService service, IOptions<SendGridWebhookOptions> options, TimeProvider clock)
{
    /// <summary>SendGrid posts at 768 KB; one event more may be on its way then.</summary>
    private const int MaxOctets = 1024 * 1024;

    /// <summary>SendGrid tries for 24 hours; its clock and ours, and the last try's way, have two more.</summary>
    private static readonly TimeSpan MaxAge = TimeSpan.FromHours(26);

    private static readonly IResult Closed = ApiProblem.Of(StatusCodes.Status404NotFound, "SendGrid's events are not taken in here: TechPlan:SendGrid:EventKeys is not set.");
    private static readonly IResult TooLarge = ApiProblem.Of(StatusCodes.Status413PayloadTooLarge, "SendGrid posts at most 768 KB of events at a time.");
    private static readonly IResult NotSigned = ApiProblem.Of(
        StatusCodes.Status401Unauthorized, "The post bears no signature by a key of TechPlan:SendGrid:EventKeys, or was signed more than a day ago.");
    private static readonly IResult NoArray = ApiProblem.Of(StatusCodes.Status400BadRequest, "Events come as an array in JSON.");

    private readonly SendGridSignature _signature = new(options.Value.EventKeys, MaxAge, clock);

    [Function("SendGridEvents")]
    public async Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "webhooks/sendgrid/events")] HttpRequest request, CancellationToken cancellation)
    {
        if (!_signature.HasKeys)
        {
            return Closed;
        }

        if (!_signature.MayBeSigned(request.Headers))
        {
            return NotSigned;
        }

        if (await RequestBody.ReadAsync(request, MaxOctets, cancellation) is not { } body)
        {
            return TooLarge;
        }

        return !_signature.Verify(request.Headers, body) ? NotSigned
            : MailEventBatch.Read(body) is not { } batch ? NoArray
            : Answer(await service.TakeInAsync(batch, cancellation));
    }

    private static ApiAnswer Answer(MailEventReport report) => new(StatusCodes.Status200OK, json => Write(json, report));

    private static void Write(Utf8JsonWriter json, MailEventReport report)
    {
        json.WriteNumber("events", report.Events);
        json.WriteNumber("again", report.Again);
        json.WriteNumber("ignored", report.Ignored);
        json.WriteNumber("malformed", report.Malformed);
    }
}
