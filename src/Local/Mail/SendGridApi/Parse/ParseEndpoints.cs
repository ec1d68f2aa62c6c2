using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using TechPlan.Local.Mail.Delivery;
using TechPlan.Local.Mail.Mime;
using TechPlan.Local.Mail.SendGridApi.Webhooks;

namespace TechPlan.Local.Mail.SendGridApi.Parse;

/// <summary>
/// <c>POST /local/inbound-parse</c>: a mail arrives at SendGrid's Inbound Parse, which posts it to the app. The body is the mail as it
/// travels (message/rfc822); the answer says what the app answered.
/// </summary>
internal sealed class ParseEndpoints(WebhookPoster poster, IOptions<LocalMailOptions> options)
{
    private const int LargestMail = 30 * 1024 * 1024;

    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/local/inbound-parse", TakeAsync);

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        if (!poster.IsOn)
        {
            return Results.Problem(detail: "There is no key to sign posts with: set Local__SendGridKey.", statusCode: StatusCodes.Status400BadRequest);
        }

        var (bytes, problem) = await PostedMail.ReadAsync(request, LargestMail);
        if (problem is not null)
        {
            return problem;
        }

        var mail = MimeMail.Read(bytes);
        return mail.LooksLikeMail ? await PostAsync(mail, request) : PostedMail.NoMail;
    }

    private async Task<IResult> PostAsync(MimeMail mail, HttpRequest request)
    {
        var form = ParsedFields.Of(mail, boundary: $"xYzZY{Guid.NewGuid():N}");
        var door = new Uri($"{request.Scheme}://{request.Host}{options.Value.ParsePath}");
        var answered = await poster.PostAsync(door, form.ToArray(), form.ContentType, request.HttpContext.RequestAborted);
        return Results.Json(new { path = options.Value.ParsePath, answered }, statusCode: answered < 300 ? StatusCodes.Status200OK : StatusCodes.Status502BadGateway);
    }
}
