using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace TechPlan.Local.Mail.Delivery;

/// <summary>Reads a request whose body is a mail as it travels, such as an .eml file.</summary>
internal static class PostedMail
{
    private const string MailType = "message/rfc822";

    public static readonly IResult NoMail =
        Problem("The body is not a mail.", "It begins with none of the headers that a mail has, such as From, Subject or Date.", StatusCodes.Status400BadRequest);

    /// <returns>The mail, or why there is none.</returns>
    public static async Task<(ReadOnlyMemory<byte> Mail, IResult? Problem)> ReadAsync(HttpRequest request, int largest)
    {
        if (request.ContentType?.Split(';')[0].Trim() is not { } type || !string.Equals(type, MailType, StringComparison.OrdinalIgnoreCase))
        {
            return (default, Problem("The body is not a mail.", $"Send the mail as it travels, such as an .eml file, with Content-Type: {MailType}.", StatusCodes.Status415UnsupportedMediaType));
        }

        return await BodyAsync(request, largest) is { } body
            ? (body, null)
            : (default, Problem("The mail is too large.", $"Mails of {largest / (1024 * 1024)} MB at most are taken.", StatusCodes.Status413PayloadTooLarge));
    }

    /// <returns>Null when it is more than is taken.</returns>
    private static async Task<ReadOnlyMemory<byte>?> BodyAsync(HttpRequest request, int largest)
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
            if (body.Length <= largest)
            {
                body.Write(buffer, 0, read);
            }
        }

        return body.Length <= largest ? body.ToArray() : default(ReadOnlyMemory<byte>?);
    }

    private static IResult Problem(string title, string detail, int status) => Results.Problem(title: title, detail: detail, statusCode: status);
}
