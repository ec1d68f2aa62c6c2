using System.Buffers.Text;
using System.Security.Cryptography;

namespace TechPlan.Functions.Requests;

/// <summary>Tells one filled-in page from another: 128 random bits, so that nobody meets somebody else's request by chance or guess.</summary>
internal static class FormKey
{
    /// <summary>What the source of a request from the page begins with.</summary>
    internal const string Door = "form:";

    private const int Octets = 16;

    internal static string NewSource() => Door + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Octets));

    /// <summary>The source of a posted page; a new one when its key is none of ours.</summary>
    internal static string SourceOf(string key) =>
        Base64Url.IsValid(key, out var octets) && octets == Octets ? Door + key : NewSource();
}
