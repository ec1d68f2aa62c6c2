using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using TechPlan.Local.Mail.Delivery;
using TechPlan.Local.Mail.GraphApi;
using TechPlan.Local.Pages;

namespace TechPlan.Local.Mail.Inbox;

/// <summary><c>/local/write</c>: a person sends a mail in. <c>/local/mail/{id}/files/{file}</c>: a file that came in.</summary>
internal sealed class WriteEndpoints(MailDelivery delivery, GraphItems items, IncomingContent contents, IOptions<LocalMailOptions> options, TimeProvider clock)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(WritePage.Path, () => WritePage.Show("", options.Value.Mailboxes is [var first, ..] ? first : "", "", ""));
        routes.MapPost(WritePage.Path, SendAsync);
        routes.MapGet("/local/mail/{id}/files/{file}", DownloadAsync);
    }

    private async Task<IResult> SendAsync(HttpRequest request)
    {
        var cancellation = request.HttpContext.RequestAborted;
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = 2L * MailDelivery.LargestMail;
        }

        var form = request.HasFormContentType ? await request.ReadFormAsync(cancellation) : FormCollection.Empty;
        var (written, problem) = await WriteForm.ReadAsync(form, clock.GetUtcNow(), cancellation);
        problem ??= written!.Mime.Length > MailDelivery.LargestMail ? "The mail is larger than a mailbox takes." : null;
        if (problem is null)
        {
            if (await delivery.DeliverAsync(written!.Mailbox, written.Mime, cancellation) is { } message)
            {
                return new SeeOther($"/local/mail/{message.Id}");
            }

            problem = "The .eml file is not a mail: it has none of a mail's headers.";
        }

        return WritePage.Show(form["from"].ToString(), form["to"].ToString(), form["subject"].ToString(), form["text"].ToString(), problem);
    }

    private async Task<IResult> DownloadAsync(string id, string file, CancellationToken cancellation)
    {
        if (await items.OpenAsync(id, cancellation) is not { } message
            || message.FileOf(file) is not { } attachment
            || await contents.ReadFileAsync(message, attachment, cancellation) is not { } content)
        {
            return MailPage.Missing();
        }

        // Never shown by the browser: it came from anybody, and would run as a page of this app.
        return Results.Bytes(content, "application/octet-stream", attachment.Name);
    }
}
