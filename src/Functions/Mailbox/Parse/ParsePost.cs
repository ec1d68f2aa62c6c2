using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace TechPlan.Functions.Mailbox.Parse;

/// <summary>A post of SendGrid's Inbound Parse, taken apart but not yet understood.</summary>
/// <param name="Fields">The texts, in whatever character set each is; of two with one name the first counts.</param>
/// <param name="IsWhole">False when the post ends early or has more parts than any mail: what came before is there.</param>
internal sealed record ParsePost(IReadOnlyDictionary<string, byte[]> Fields, IReadOnlyList<ParseFile> Files, bool IsWhole)
{
    /// <summary>A mail with more parts is made to keep somebody busy.</summary>
    private const int MostParts = 500;

    private const int LongestBoundary = 200;

    /// <summary>Takes a body apart. One that is no form at all has no parts, and is not whole.</summary>
    internal static async Task<ParsePost> ReadAsync(ReadOnlyMemory<byte> body, string? contentType, CancellationToken cancellation)
    {
        var (fields, files) = (new Dictionary<string, byte[]>(), new List<ParseFile>());
        var isWhole = BoundaryOf(contentType) is { } boundary && await ReadAsync(body, boundary, fields, files, cancellation);
        return new ParsePost(fields, files, isWhole);
    }

    private static async Task<bool> ReadAsync(
        ReadOnlyMemory<byte> body, string boundary, Dictionary<string, byte[]> fields, List<ParseFile> files, CancellationToken cancellation)
    {
        using var content = new MemoryStream(body.ToArray(), writable: false);
        var reader = new MultipartReader(boundary, content);
        try
        {
            for (var parts = 0; await reader.ReadNextSectionAsync(cancellation) is { } part; parts++)
            {
                if (parts == MostParts)
                {
                    return false;
                }

                await TakeAsync(part, fields, files, cancellation);
            }

            return true;
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException)
        {
            return false;
        }
    }

    private static async Task TakeAsync(MultipartSection part, Dictionary<string, byte[]> fields, List<ParseFile> files, CancellationToken cancellation)
    {
        using var octets = new MemoryStream();
        await part.Body.CopyToAsync(octets, cancellation);
        if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition) || NameOf(disposition) is not { Length: > 0 } name)
        {
            return;
        }

        if (FileNameOf(disposition) is { } file)
        {
            files.Add(new ParseFile(name, file, part.ContentType, octets.ToArray()));
        }
        else
        {
            fields.TryAdd(name, octets.ToArray());
        }
    }

    private static string? BoundaryOf(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and <= LongestBoundary } boundary
            ? boundary
            : null;

    private static string? NameOf(ContentDispositionHeaderValue disposition) => HeaderUtilities.RemoveQuotes(disposition.Name).Value;

    private static string? FileNameOf(ContentDispositionHeaderValue disposition) =>
        disposition.FileNameStar.Value ?? HeaderUtilities.RemoveQuotes(disposition.FileName).Value;
}

/// <summary>A file of a post.</summary>
/// <param name="Field">What the post's other fields call it, such as <c>attachment1</c>.</param>
internal sealed record ParseFile(string Field, string Name, string? MediaType, byte[] Content);
