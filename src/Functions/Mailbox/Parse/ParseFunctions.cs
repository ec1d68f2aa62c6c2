using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;
using TechPlan.Functions.Api;
using TechPlan.Functions.Mail.Webhooks;

namespace TechPlan.Functions.Mailbox.Parse;

/// <summary>
/// The door for SendGrid's Inbound Parse. After a 4xx SendGrid forgets the mail and tells nobody; after a 5xx it tries again for three
/// days. So whatever a person here can put right is answered with a 503, and what never can be read is kept and answered with a 200.
/// </summary>
public sealed class ParseFunctions(ParseDesk desk, IOptions<SendGridWebhookOptions> options, TimeProvider clock)
{
    /// <summary>SendGrid takes mails of 30 MB; what it makes of one is seldom much longer.</summary>
    private const int MostKept = 40 * 1024 * 1024;

    /// <summary>The Functions host takes no more in any case.</summary>
    private const int MostLookedAt = 100 * 1024 * 1024;

    /// <summary>SendGrid tries for 72 hours.</summary>
    private static readonly TimeSpan MaxAge = TimeSpan.FromHours(74);

    private static readonly IResult Closed = ApiProblem.Of(StatusCodes.Status503ServiceUnavailable, "No mail is taken in here: TechPlan:SendGrid:ParseKeys is not set.");
    private static readonly IResult NotSigned = ApiProblem.Of(
        StatusCodes.Status503ServiceUnavailable, "The post bears no signature by a key of TechPlan:SendGrid:ParseKeys, or was signed more than three days ago.");
    private static readonly IResult TooLarge = ApiProblem.Of(StatusCodes.Status413PayloadTooLarge, "SendGrid hands over mails of at most 30 MB.");

    private readonly SendGridSignature _signature = new(options.Value.ParseKeys, MaxAge, clock);

    [Function("SendGridInboundParse")]
    public async Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "webhooks/sendgrid/inbound")] HttpRequest request,
        [DurableClient] DurableTaskClient engine,
        CancellationToken cancellation)
    {
        if (!_signature.HasKeys)
        {
            return Closed;
        }

        if (!_signature.MayBeSigned(request.Headers))
        {
            return NotSigned;
        }

        using var hash = SendGridSignature.BeginHash(request.Headers);
        if (await SignedBody.ReadAsync(request, hash, MostKept, MostLookedAt, cancellation) is not { } body)
        {
            return TooLarge;
        }

        if (!_signature.VerifyHash(request.Headers, body.Hash))
        {
            return NotSigned;
        }

        var parcel = await Parcel.OfAsync(body.Kept, request.ContentType, body.IsWhole, clock.GetUtcNow(), cancellation);
        await desk.TakeInAsync(parcel, cancellation);
        return new ApiAnswer(
            StatusCodes.Status200OK, json => json.WriteBoolean("readable", parcel.Mail is not null), then: () => desk.NudgeAsync(engine, CancellationToken.None));
    }
}
