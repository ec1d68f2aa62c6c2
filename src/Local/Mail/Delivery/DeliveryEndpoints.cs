using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace TechPlan.Local.Mail.Delivery;

/// <summary>
/// <c>POST /local/mailboxes/{address}/messages</c>: a mail arrives from outside. The body is the mail as it travels
/// (message/rfc822), such as an .eml file; it is answered 201 with the message's ids. GET lists what has arrived and where it lies
/// by now; unlike a look through Graph it is not counted and not held up.
/// </summary>
internal sealed class DeliveryEndpoints(MailDelivery delivery, MailReader mails)
{
    private const string Path = "/local/mailboxes/{address}/messages";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Path, TakeAsync);
        routes.MapGet(Path, async (string address, CancellationToken cancellation) => Results.Json(await mails.KeptAsync(address, cancellation)));
    }

    private async Task<IResult> TakeAsync(string address, HttpRequest request)
    {
        if (!MailText.IsAddress(address))
        {
            return Results.Problem(title: "That is no mailbox.", detail: $"'{address}' is no mail address.", statusCode: StatusCodes.Status400BadRequest);
        }

        var (mail, problem) = await PostedMail.ReadAsync(request, MailDelivery.LargestMail);
        return problem ?? await DeliverAsync(address, mail, request.HttpContext.RequestAborted);
    }

    private async Task<IResult> DeliverAsync(string address, ReadOnlyMemory<byte> mail, CancellationToken cancellation) =>
        await delivery.DeliverAsync(address, mail, cancellation) is { } message
            ? Results.Json(new { id = message.Id, internetMessageId = message.InternetMessageId }, statusCode: StatusCodes.Status201Created)
            : PostedMail.NoMail;
}
