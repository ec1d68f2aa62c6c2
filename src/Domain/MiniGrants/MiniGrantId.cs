using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace TechPlan.Domain.MiniGrants;

/// <summary>
/// What people call a mini-grant: <c>MG-7KQ4D-2M9XA</c>. Fifty bits in Crockford's base 32, made from the id of what came in,
/// so that the same thing delivered twice is the same mini-grant.
/// </summary>
public readonly partial record struct MiniGrantId
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 14;
    private static readonly SearchValues<char> Symbols = SearchValues.Create(Alphabet);

    private MiniGrantId(string value) => Value = value;

    /// <summary>The id as people read it.</summary>
    public string Value { get; }

    /// <summary>The id that belongs to what came in under <paramref name="sourceKey"/> (say, <c>webhook:msg_1</c>).</summary>
    /// <param name="sourceKey">The sender's own id of what came in, with the door it came through.</param>
    /// <param name="attempt">0, or higher when another source's mini-grant already bears the id: with 100,000 of them a chance of 1 in 200,000.</param>
    public static MiniGrantId For(string sourceKey, int attempt = 0)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(attempt == 0 ? sourceKey : $"{sourceKey}\n{attempt}"));
        var symbols = new char[10];
        var bits = BinaryPrimitives.ReadUInt64LittleEndian(hash);
        for (var i = 0; i < symbols.Length; i++, bits >>= 5)
        {
            symbols[i] = Alphabet[(int)(bits & 31)];
        }

        return new MiniGrantId($"MG-{new string(symbols, 0, 5)}-{new string(symbols, 5, 5)}");
    }

    /// <summary>Reads an id as a person may type it: any case, the letters O, I and L for the digits they look like; null when it is none.</summary>
    public static MiniGrantId? TryParse(string? text)
    {
        var value = text?.Trim().ToUpperInvariant().Replace('O', '0').Replace('I', '1').Replace('L', '1');
        return value is { Length: Length } && value.StartsWith("MG-", StringComparison.Ordinal) && value[8] == '-'
            && value.AsSpan(3, 5).IndexOfAnyExcept(Symbols) < 0 && value.AsSpan(9, 5).IndexOfAnyExcept(Symbols) < 0
            ? new MiniGrantId(value)
            : null;
    }

    /// <summary>The ids that stand in a text, in their order, such as those in a mail's subject.</summary>
    public static IEnumerable<MiniGrantId> FindAll(string text) => Shape().Matches(text).Select(match => TryParse(match.Value)).OfType<MiniGrantId>();

    /// <summary>The id as people read it.</summary>
    public override string ToString() => Value;

    [GeneratedRegex(@"\bMG-[0-9A-Z]{5}-[0-9A-Z]{5}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Shape();
}
