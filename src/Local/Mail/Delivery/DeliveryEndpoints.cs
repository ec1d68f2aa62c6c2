using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace TechPlan.Local.Mail.Delivery;

/// <summary>
/// <c>POST /local/mailboxes/{address}/messages</c>: a mail arrives from outside. The body is the mail as it travels
/// (message/rfc822), such as an .eml file; it is answered 201 with the message's ids.
/// </summary>
internal sealed class DeliveryEndpoints(MailDelivery delivery)
{
    private const string MailType = "message/rfc822";

    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/local/mailboxes/{address}/messages", TakeAsync);

    private async Task<IResult> TakeAsync(string address, HttpRequest request)
    {
        if (!MailText.IsAddress(address))
        {
            return Problem("That is no mailbox.", $"'{address}' is no mail address.", StatusCodes.Status400BadRequest);
        }

        if (request.ContentType?.Split(';')[0].Trim() is not { } type || !string.Equals(type, MailType, StringComparison.OrdinalIgnoreCase))
        {
            return Problem("The body is not a mail.", $"Send the mail as it travels, such as an .eml file, with Content-Type: {MailType}.", StatusCodes.Status415UnsupportedMediaType);
        }

        return await BodyAsync(request) is { } body
            ? await DeliverAsync(address, body, request.HttpContext.RequestAborted)
            : Problem("The mail is too large.", $"A mailbox takes mails of {MailDelivery.LargestMail / (1024 * 1024)} MB at most.", StatusCodes.Status413PayloadTooLarge);
    }

    private async Task<IResult> DeliverAsync(string address, ReadOnlyMemory<byte> body, CancellationToken cancellation) =>
        await delivery.DeliverAsync(address, body, cancellation) is { } message
            ? Results.Json(new { id = message.Id, internetMessageId = message.InternetMessageId }, statusCode: StatusCodes.Status201Created)
            : Problem("The body is not a mail.", "It begins with none of the headers that a mail has, such as From, Subject or Date.", StatusCodes.Status400BadRequest);

    /// <returns>Null when it is more than a mailbox takes.</returns>
    private static async Task<ReadOnlyMemory<byte>?> BodyAsync(HttpRequest request)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
        }

        var body = new MemoryStream();
        var buffer = new byte[81920];
        while (await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted) is > 0 and var read)
        {
            // Read to its end whatever its size: a client still writing would see a broken connection instead of the answer.
            if (body.Length <= MailDelivery.LargestMail)
            {
                body.Write(buffer, 0, read);
            }
        }

        return body.Length <= MailDelivery.LargestMail ? body.ToArray() : default(ReadOnlyMemory<byte>?);
    }

    private static IResult Problem(string title, string detail, int status) => Results.Problem(title: title, detail: detail, statusCode: status);
}
