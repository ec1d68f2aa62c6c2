using System.Collections.Immutable;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Graph.Users.Item.Messages.Item;
using Microsoft.Graph.Users.Item.Messages.Item.Attachments;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using TechPlan.Functions.Mail.Carriers;

namespace TechPlan.Functions.Mailbox.Reading;

/// <summary>The files attached to a message: all of them by name, and the content of those that could be a form.</summary>
internal sealed class GraphFiles(GraphConnection graph)
{
    /// <summary>Larger than any form; what is larger stays in the mailbox.</summary>
    private const int LargestFile = 10 * 1024 * 1024;

    /// <summary>Of one mail together, so that a few mails at once fit into a small instance.</summary>
    private const int LargestTogether = 40 * 1024 * 1024;

    private const int MostRead = 20;

    private const int MostNamed = 200;

    private static readonly Dictionary<string, ParsableFactory<IParsable>> Errors = new() { ["XXX"] = ODataError.CreateFromDiscriminatorValue };

    public async Task<ImmutableArray<InboundFile>> OfAsync(MessageItemRequestBuilder message, CancellationToken cancellation)
    {
        var files = ImmutableArray.CreateBuilder<InboundFile>();
        var (read, size) = (0, 0L);
        foreach (var attachment in await ListAsync(message.Attachments, cancellation))
        {
            var content = read < MostRead && IsReadable(attachment) && size + attachment.Size <= LargestTogether
                ? await ContentAsync(message, attachment.Id!, cancellation)
                : null;
            (read, size) = content is null ? (read, size) : (read + 1, size + content.Length);
            // Without the type, null would become an array and that memory which is empty.
            var octets = content is null ? default(ReadOnlyMemory<byte>?) : content;
            files.Add(new InboundFile(attachment.Name ?? "", attachment.ContentType ?? "", attachment.Size ?? 0, octets, attachment.IsInline ?? false));
        }

        return files.ToImmutable();
    }

    /// <summary>An attached mail, or a link to a file elsewhere, is no file of ours to read.</summary>
    private static bool IsReadable(Attachment attachment) => attachment is FileAttachment { Id: not null, Size: <= LargestFile };

    private static async Task<IReadOnlyList<Attachment>> ListAsync(AttachmentsRequestBuilder attachments, CancellationToken cancellation)
    {
        var all = new List<Attachment>();
        var page = await attachments.GetAsync(r => r.QueryParameters.Select = ["id", "name", "contentType", "size", "isInline"], cancellation);
        while (true)
        {
            all.AddRange(page?.Value ?? []);
            if (page?.OdataNextLink is not { } next || all.Count >= MostNamed)
            {
                return all;
            }

            page = await attachments.WithUrl(next).GetAsync(cancellationToken: cancellation);
        }
    }

    /// <summary>The bytes as they were attached; null when the attachment has gone meanwhile. The SDK has no method for this.</summary>
    private async Task<byte[]?> ContentAsync(MessageItemRequestBuilder message, string id, CancellationToken cancellation)
    {
        var request = message.Attachments[id].ToGetRequestInformation();
        request.URI = new Uri(request.URI.GetLeftPart(UriPartial.Path) + "/$value");
        request.Headers.Clear();
        try
        {
            await using var stream = await graph.Client.RequestAdapter.SendPrimitiveAsync<Stream>(request, Errors, cancellation);
            return stream is null ? null : await ReadAsync(stream, cancellation);
        }
        catch (ApiException gone) when (gone.IsGone())
        {
            return null;
        }
    }

    private static async Task<byte[]> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        using var content = new MemoryStream();
        await stream.CopyToAsync(content, cancellation);
        return content.ToArray();
    }
}
