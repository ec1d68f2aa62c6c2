using System.Collections.Immutable;

namespace TechPlan.Functions.Correspondence.Senders;

/// <summary>
/// One Authentication-Results header (RFC 8601), read tolerantly: what cannot be read is left out. Exchange Online writes no name
/// of its own at the beginning, and more methods than the standard has.
/// </summary>
/// <param name="Server">Who checked; null when the header does not say.</param>
internal sealed record AuthenticationResults(string? Server, ImmutableArray<MethodResult> Methods)
{
    /// <summary>Longer than any real one; what follows is not read.</summary>
    private const int MaxLength = 8_000;

    internal static AuthenticationResults Read(string header)
    {
        var parts = HeaderText.Split(HeaderText.WithoutComments(header.Length > MaxLength ? header[..MaxLength] : header), ';');
        var server = parts[0].Contains('=', StringComparison.Ordinal) ? null : parts[0].Split(' ', '\t')[0];
        return new AuthenticationResults(string.IsNullOrEmpty(server) ? null : server, [.. parts.Select(MethodOf).OfType<MethodResult>()]);
    }

    /// <summary>Whether a method came to a result.</summary>
    internal bool Says(string method, string result) => Of(method).Any(found => found.Result == result);

    /// <summary>A mail may have several signatures, so a method may have several results.</summary>
    internal IEnumerable<MethodResult> Of(string method) => Methods.Where(found => found.Method == method);

    /// <summary><c>dkim/1=pass header.d=example.org</c></summary>
    private static MethodResult? MethodOf(string part)
    {
        var words = HeaderText.Split(part.Replace(" =", "=", StringComparison.Ordinal).Replace("= ", "=", StringComparison.Ordinal), ' ', '\t');
        words.RemoveAll(word => word.Length == 0);
        return words is [var first, .. var properties] && Pair(first) is (var method, var result)
            ? new MethodResult(method.Split('/')[0], result, [.. properties.Select(Pair).OfType<(string Name, string Value)>()])
            : null;
    }

    private static (string Name, string Value)? Pair(string word) =>
        word.Split('=', 2) is [{ Length: > 0 } name, { Length: > 0 } value] ? (HeaderText.Lower(name), HeaderText.Lower(value.Trim('"'))) : null;
}

/// <summary>What one method found, all in lower case.</summary>
/// <param name="Properties">What it looked at, such as <c>header.d</c>.</param>
internal sealed record MethodResult(string Method, string Result, ImmutableArray<(string Name, string Value)> Properties)
{
    internal string? this[string property] => Properties.FirstOrDefault(found => found.Name == property).Value;
}
