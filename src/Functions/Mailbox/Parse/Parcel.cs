using System.Security.Cryptography;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Mailbox.Parse;

/// <summary>A post as it came, byte by byte: it is understood when it is read, so nothing that can be kept is lost to a mistake of ours.</summary>
/// <param name="Key">Made from the mail's Message-ID, or from the bytes when they hold no mail: the same mail has the same key.</param>
/// <param name="Mail">What it says; null when it cannot be read.</param>
internal sealed record Parcel(string Key, ReadOnlyMemory<byte> Body, string? ContentType, DateTimeOffset ReceivedAt, InboundMail? Mail)
{
    /// <summary>Looks into a post.</summary>
    /// <param name="isWhole">False when only its beginning was kept.</param>
    internal static async Task<Parcel> OfAsync(ReadOnlyMemory<byte> body, string? contentType, bool isWhole, DateTimeOffset receivedAt, CancellationToken cancellation)
    {
        var mail = isWhole ? ParsedMail.Of(await ParsePost.ReadAsync(body, contentType, cancellation), receivedAt) : null;
        return new Parcel(mail is null ? HashOf(body.Span) : TableKey.HashOf(mail.MessageId), body, contentType, receivedAt, mail);
    }

    internal static string HashOf(ReadOnlySpan<byte> octets) => Convert.ToHexStringLower(SHA256.HashData(octets))[..TableKey.HashLength];
}
