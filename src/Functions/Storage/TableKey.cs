using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TechPlan.Functions.Storage;

/// <summary>Makes any text a key that Table Storage takes: no '/', '\', '#', '?', control characters or overlength.</summary>
public static class TableKey
{
    /// <summary>The shortest key limit among the services this runs on is 512 characters; parts of a compound key stay well below.</summary>
    private const int MaxLength = 200;

    /// <summary>The length of what <see cref="HashOf"/> gives.</summary>
    internal const int HashLength = 32;

    /// <summary>
    /// The text itself where it is safe, each other byte of its UTF-8 as <c>=XX</c>. Different texts give different keys; a long
    /// text is cut and told apart by its hash.
    /// </summary>
    public static string Of(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var octet in Encoding.UTF8.GetBytes(text))
        {
            _ = IsSafe((char)octet) ? key.Append((char)octet) : key.Append('=').Append(octet.ToString("X2", CultureInfo.InvariantCulture));
        }

        return key.Length <= MaxLength ? key.ToString() : $"{key.ToString(0, MaxLength - 66)}=={Hash(text)}";
    }

    /// <summary>The key under which names that differ only in case or surrounding blanks meet.</summary>
    public static string OfName(string name) => Of(name.Trim().ToUpperInvariant());

    /// <summary>
    /// What stands for a text of any length in keys that nobody has to read: 32 hexadecimal digits of its SHA-256. Rows that are
    /// stored depend on it.
    /// </summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..HashLength];

    private static bool IsSafe(char c) => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-' or '_' or '.' or ':' or '@' or '+';

    private static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
