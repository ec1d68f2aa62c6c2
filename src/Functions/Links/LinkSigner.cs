using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using TechPlan.Domain.MiniGrants;

namespace TechPlan.Functions.Links;

/// <summary>
/// Makes links nobody else can make, so that a person can act from a mail without a login. A token is, in base64url: one byte
/// version, one byte action, ten bytes the id's symbols, nine bytes the person's key, four bytes the expiry in minutes, the
/// key's id after a byte with its length (so that a cut token is not taken for one with another key), and sixteen bytes of
/// HMAC-SHA256 over all of that.
/// </summary>
public sealed class LinkSigner(LinkKeys keys, TimeProvider clock)
{
    private const byte Version = 1;
    private const int MacLength = 16;
    private const int IdAt = 2;
    private const int PersonAt = IdAt + 10;
    private const int ExpiryAt = PersonAt + PersonKey.Octets;
    private const int KeyIdLengthAt = ExpiryAt + 4;
    private const int KeyIdAt = KeyIdLengthAt + 1;

    /// <summary>Longer than any token, and short enough to be read without a thought.</summary>
    private const int MaxTokenLength = 128;

    /// <summary>The token of a link: about 58 characters that need no escaping.</summary>
    public string Sign(Link link)
    {
        var (keyId, key) = keys.Current;
        var octets = new byte[KeyIdAt + keyId.Length + MacLength];
        octets[0] = Version;
        octets[1] = (byte)link.Action;
        Encoding.ASCII.GetBytes(SymbolsOf(link.Id), octets.AsSpan(IdAt));
        Base64Url.DecodeFromChars(link.PersonKey, octets.AsSpan(PersonAt));
        BinaryPrimitives.WriteUInt32BigEndian(octets.AsSpan(ExpiryAt), (uint)(link.ExpiresAt.ToUnixTimeSeconds() / 60));
        octets[KeyIdLengthAt] = (byte)keyId.Length;
        Encoding.ASCII.GetBytes(keyId, octets.AsSpan(KeyIdAt));
        var body = octets.AsSpan(0, octets.Length - MacLength);
        MacOf(key, body).CopyTo(octets.AsSpan(body.Length));
        return Base64Url.EncodeToString(octets);
    }

    /// <summary>Reads a token, whoever made it.</summary>
    public LinkReading Read(string? token)
    {
        if (Decode(token) is not { } octets || octets.Length <= KeyIdAt + MacLength || octets[0] != Version
            || octets.Length != KeyIdAt + octets[KeyIdLengthAt] + MacLength)
        {
            return new LinkReading.Damaged();
        }

        var body = octets.AsSpan(0, octets.Length - MacLength);
        if (keys.Find(Encoding.ASCII.GetString(body[KeyIdAt..])) is not { } key)
        {
            return IsShapedLikeOurs(body) ? new LinkReading.OldKey() : new LinkReading.Damaged();
        }

        return CryptographicOperations.FixedTimeEquals(MacOf(key, body), octets.AsSpan(body.Length)) && LinkOf(body) is { } link
            ? link.ExpiresAt > clock.GetUtcNow() ? new LinkReading.Valid(link) : new LinkReading.Expired(link)
            : new LinkReading.Damaged();
    }

    private static Link? LinkOf(ReadOnlySpan<byte> body) =>
        MiniGrantId.TryParse($"MG-{Encoding.ASCII.GetString(body.Slice(IdAt, 5))}-{Encoding.ASCII.GetString(body.Slice(IdAt + 5, 5))}") is { } id
            && Enum.IsDefined((LinkAction)body[1])
            ? new Link(
                id,
                (LinkAction)body[1],
                Base64Url.EncodeToString(body.Slice(PersonAt, PersonKey.Octets)),
                DateTimeOffset.FromUnixTimeSeconds(60L * BinaryPrimitives.ReadUInt32BigEndian(body[ExpiryAt..])))
            : null;

    /// <summary>What is no plausible link or key id is damage, not age; that the token was not cut or lengthened is known by now.</summary>
    private static bool IsShapedLikeOurs(ReadOnlySpan<byte> body) =>
        LinkOf(body) is not null && LinkKeys.IsId(Encoding.ASCII.GetString(body[KeyIdAt..]));

    /// <summary>Null unless the text is exactly what encoding its bytes gives: one token has one spelling.</summary>
    private static byte[]? Decode(string? token)
    {
        if (token is null || token.Length > MaxTokenLength || !Base64Url.IsValid(token))
        {
            return null;
        }

        var octets = Base64Url.DecodeFromChars(token);
        return Base64Url.EncodeToString(octets) == token ? octets : null;
    }

    private static ReadOnlySpan<byte> MacOf(byte[] key, ReadOnlySpan<byte> body) => HMACSHA256.HashData(key, body).AsSpan(0, MacLength);

    private static string SymbolsOf(MiniGrantId id) => string.Concat(id.Value.AsSpan(3, 5), id.Value.AsSpan(9, 5));
}
