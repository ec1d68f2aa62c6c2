using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Api;

namespace TechPlan.Functions.Intake;

/// <summary>The door for forms that speak JSON: a signed webhook.</summary>
public sealed class FormWebhook(WebhookSignature signature, IntakeService intake, IntakeAnswers answers, IOptions<MiniGrantPolicy> policy)
{
    /// <summary>A filled-in form has a few kilobytes.</summary>
    private const int MaxOctets = 256 * 1024;

    [Function(nameof(FormWebhook))]
    public async Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/mini-grants")] HttpRequest request,
        [DurableClient] DurableTaskClient engine,
        CancellationToken cancellation)
    {
        if (!request.IsOf("application/json"))
        {
            return IntakeAnswers.WrongMediaType;
        }

        if (await RequestBody.ReadAsync(request, MaxOctets, cancellation) is not { } body)
        {
            return IntakeAnswers.TooLarge;
        }

        if (signature.Verify(request.Headers, body) is not { } webhookId)
        {
            return IntakeAnswers.NotSigned;
        }

        var incoming = new Incoming($"webhook:{webhookId}", body, RequestReader.Read(body, policy.Value.MaxPartnerSchools));
        return await intake.TakeInAsync(incoming, cancellation) switch
        {
            // Once the request is recorded the sender is answered; a sender that hangs up then does not keep it from being worked on.
            IntakeOutcome.Taken taken => answers.Taken(taken, () => intake.WakeAsync(engine, taken, CancellationToken.None)),
            IntakeOutcome.Refused refused => IntakeAnswers.Refused(refused),
            var other => throw new InvalidOperationException($"No answer for {other.GetType().Name}."),
        };
    }
}
