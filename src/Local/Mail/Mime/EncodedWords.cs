using System.Text;
using System.Text.RegularExpressions;

namespace TechPlan.Local.Mail.Mime;

/// <summary>RFC 2047: letters beyond ASCII in a header, written as <c>=?charset?B?...?=</c> or <c>=?charset?Q?...?=</c>.</summary>
internal static partial class EncodedWords
{
    public static string Decode(string value)
    {
        if (!value.Contains("=?", StringComparison.Ordinal))
        {
            return value;
        }

        var text = new StringBuilder(value.Length);
        var run = new Run();
        var at = 0;
        foreach (Match word in Word().Matches(value))
        {
            var between = value[at..word.Index];
            if (!run.IsOpen || !string.IsNullOrWhiteSpace(between))
            {
                run.Flush(text);
                text.Append(between);
            }

            run.Add(word, text);
            at = word.Index + word.Length;
        }

        run.Flush(text);
        return text.Append(value, at, value.Length - at).ToString();
    }

    private static byte[] Bytes(Match word)
    {
        var text = word.Groups["text"].Value;
        return word.Groups["encoding"].ValueSpan is "B" or "b"
            ? TransferDecoding.Base64(Encoding.Latin1.GetBytes(text))
            : TransferDecoding.QuotedPrintable(Encoding.Latin1.GetBytes(text.Replace('_', ' ')), keepsTrailingBlanks: true);
    }

    /// <summary>Neighbouring words of one character set are read together: programs cut them in the middle of a letter.</summary>
    private sealed class Run
    {
        private readonly List<byte> _bytes = [];
        private string? _charset;

        public bool IsOpen => _charset is not null;

        public void Add(Match word, StringBuilder text)
        {
            var charset = word.Groups["charset"].Value;
            if (!string.Equals(charset, _charset, StringComparison.OrdinalIgnoreCase))
            {
                Flush(text);
                _charset = charset;
            }

            _bytes.AddRange(Bytes(word));
        }

        public void Flush(StringBuilder text)
        {
            if (_charset is not null)
            {
                text.Append(MimeCharset.Decode([.. _bytes], _charset));
            }

            _bytes.Clear();
            _charset = null;
        }
    }

    [GeneratedRegex(@"=\?(?<charset>[^?\s]{1,64})\?(?<encoding>[QqBb])\?(?<text>[^?]*)\?=", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Word();
}
