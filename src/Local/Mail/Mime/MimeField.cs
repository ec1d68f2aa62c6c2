using System.Globalization;
using System.Text;

namespace TechPlan.Local.Mail.Mime;

/// <summary>A header value with parameters, such as <c>attachment; filename="form.docx"</c>; the pieces and encodings of RFC 2231 put together.</summary>
/// <param name="Value">What stands before the first semicolon, in lower case.</param>
internal sealed record MimeField(string Value, IReadOnlyDictionary<string, string> Parameters)
{
    private const int MostParameters = 200;

    public string? Parameter(string name) => Parameters.GetValueOrDefault(name);

    public static MimeField Parse(string text)
    {
        var pieces = Split(text).Take(MostParameters).ToList();
        var value = pieces.Count > 0 ? pieces[0].Split('(')[0].Trim().ToLowerInvariant() : "";
        var read = pieces.Skip(1).Select(Piece.Read).OfType<Piece>();
        var parameters = read
            .GroupBy(piece => piece.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(same => same.Key, Join, StringComparer.OrdinalIgnoreCase);
        return new MimeField(value, parameters);
    }

    /// <summary>A sender that wrote a name twice, plainly and in RFC 2231's way, meant the latter.</summary>
    private static string Join(IEnumerable<Piece> pieces)
    {
        var all = pieces.ToList();
        var wanted = all.Exists(piece => piece.Number is not null || piece.IsEncoded)
            ? all.Where(piece => piece.Number is not null || piece.IsEncoded).OrderBy(piece => piece.Number ?? 0).ToList()
            : all[..1];
        var charset = wanted[0].IsEncoded && wanted[0].Text.Split('\'') is [var name, _, _, ..] ? name : null;
        var bytes = new List<byte>();
        foreach (var (at, piece) in wanted.Index())
        {
            var text = at == 0 && charset is not null ? piece.Text.Split('\'', 3)[2] : piece.Text;
            bytes.AddRange(piece.IsEncoded ? Unescape(text) : Encoding.UTF8.GetBytes(text));
        }

        return charset is null ? EncodedWords.Decode(Encoding.UTF8.GetString([.. bytes])) : MimeCharset.Decode([.. bytes], charset);
    }

    private static byte[] Unescape(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '%' && at + 2 < text.Length && byte.TryParse(text.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                at += 2;
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes([text[at]]));
            }
        }

        return [.. bytes];
    }

    /// <summary>Cuts at the semicolons that stand outside quotes.</summary>
    private static IEnumerable<string> Split(string text)
    {
        var (start, quoted) = (0, false);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '"')
            {
                quoted = !quoted;
            }
            else if (text[at] == '\\' && quoted)
            {
                at++;
            }
            else if (text[at] == ';' && !quoted)
            {
                yield return text[start..at];
                start = at + 1;
            }
        }

        yield return text[start..];
    }

    /// <param name="Number">Its place when a value was cut in pieces.</param>
    /// <param name="IsEncoded">Written as charset'language'%XX.</param>
    private sealed record Piece(string Name, int? Number, bool IsEncoded, string Text)
    {
        public static Piece? Read(string text)
        {
            var sign = text.IndexOf('=', StringComparison.Ordinal);
            if (sign <= 0)
            {
                return null;
            }

            var name = text[..sign].Trim();
            var isEncoded = name.EndsWith('*');
            var parts = name.TrimEnd('*').Split('*');
            int? number = parts.Length > 1 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : null;
            return new Piece(parts[0], number, isEncoded, Unquote(text[(sign + 1)..].Trim()));
        }

        private static string Unquote(string text)
        {
            if (!text.StartsWith('"'))
            {
                return text;
            }

            var plain = new StringBuilder(text.Length);
            for (var at = 1; at < text.Length && text[at] != '"'; at++)
            {
                // A backslash before anything but a quote or a backslash is a Windows path, not an escape.
                at += text[at] == '\\' && at + 1 < text.Length && text[at + 1] is '"' or '\\' ? 1 : 0;
                plain.Append(at < text.Length ? text[at] : "");
            }

            return plain.ToString();
        }
    }
}
