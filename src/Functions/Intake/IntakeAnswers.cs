using Microsoft.AspNetCore.Http;
using TechPlan.Functions.Api;
using TechPlan.Functions.Links;

namespace TechPlan.Functions.Intake;

/// <summary>The answers of the webhook's door.</summary>
public sealed class IntakeAnswers(LinkUrls urls, TimeProvider clock)
{
    internal static readonly IResult WrongMediaType = ApiProblem.Of(
        StatusCodes.Status415UnsupportedMediaType, "Send the form as JSON, with Content-Type: application/json.");

    internal static readonly IResult TooLarge = ApiProblem.Of(
        StatusCodes.Status413PayloadTooLarge, "A request has at most 256 KB. Send the form alone, without attachments.");

    /// <summary>It does not say what was wrong, so that nobody learns to forge one step by step.</summary>
    internal static readonly IResult NotSigned = ApiProblem.Of(
        StatusCodes.Status401Unauthorized,
        "The webhook could not be verified. Sign the exact body with a current secret as the Standard Webhooks specification says, and send webhook-id, webhook-timestamp (within 5 minutes of now) and webhook-signature along.");

    /// <param name="then">What is done after the sender has been answered.</param>
    internal IResult Taken(IntakeOutcome.Taken taken, Func<Task> then)
    {
        var status = urls.Status(taken.Id, taken.Submitter.Email, clock.GetUtcNow());
        return new ApiAnswer(
            taken.New ? StatusCodes.Status202Accepted : StatusCodes.Status200OK,
            json =>
            {
                json.WriteString("id", taken.Id.Value);
                json.WriteString("statusUrl", status.AbsoluteUri);
            },
            location: status,
            then: then);
    }

    /// <summary>A body that is no JSON is answered like a form with one problem, the whole: senders have one shape to read.</summary>
    internal static IResult Refused(IntakeOutcome.Refused refused) => ApiProblem.Of(
        StatusCodes.Status422UnprocessableEntity,
        "The request was not accepted. Mend what is named under errors and send it again.",
        refused.Reasons,
        (json, reason) =>
        {
            json.WriteString("pointer", reason.Pointer);
            json.WriteString("code", reason.Code);
            json.WriteString("detail", reason.Detail);
            json.WriteString("rule", reason.Rule);
        });
}
