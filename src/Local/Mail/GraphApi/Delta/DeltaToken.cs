using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace TechPlan.Local.Mail.GraphApi.Delta;

/// <summary>Where a client stands in a folder's changes: everything that a delta link must remember, since the service keeps nothing.</summary>
/// <param name="Since">Changes up to this arrival were told in an earlier round.</param>
/// <param name="UpTo">The end of the round under way; null in a link to the next round.</param>
/// <param name="After">The last arrival told in the round under way.</param>
internal sealed record DeltaToken(int Epoch, long Since, long? UpTo, long After, string Select, bool OnlyCreated)
{
    public string Write() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(this));

    /// <returns>Null when it is none of ours.</returns>
    public static DeltaToken? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<DeltaToken>(Base64Url.DecodeFromChars(text));
        }
        catch (Exception foreign) when (foreign is FormatException or JsonException or DecoderFallbackException)
        {
            return null;
        }
    }
}
