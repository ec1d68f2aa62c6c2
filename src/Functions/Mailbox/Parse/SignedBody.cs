using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace TechPlan.Functions.Mailbox.Parse;

/// <summary>A body read to its end while it is hashed, of which only the beginning is kept.</summary>
internal sealed record SignedBody(ReadOnlyMemory<byte> Kept, bool IsWhole, byte[] Hash)
{
    /// <summary>Reads a body; null when it is longer than anything that is looked at.</summary>
    /// <param name="hash">What is signed before the body is in it already.</param>
    /// <param name="keep">How many bytes are kept.</param>
    /// <param name="look">How many are read to find out whether they are signed.</param>
    internal static async Task<SignedBody?> ReadAsync(HttpRequest request, IncrementalHash hash, int keep, int look, CancellationToken cancellation)
    {
        LiftServersLimit(request, look);
        using var kept = new MemoryStream();
        var buffer = new byte[64 * 1024];
        long length = 0;
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellation)) > 0)
        {
            if ((length += read) > look)
            {
                return null;
            }

            hash.AppendData(buffer, 0, read);
            kept.Write(buffer, 0, (int)Math.Min(read, keep - kept.Length));
        }

        return new SignedBody(kept.ToArray(), length == kept.Length, hash.GetHashAndReset());
    }

    /// <summary>The web server's own limit is a little below SendGrid's, and ends in an answer that would lose the mail.</summary>
    private static void LiftServersLimit(HttpRequest request, int limit)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = limit + 1L;
        }
    }
}
