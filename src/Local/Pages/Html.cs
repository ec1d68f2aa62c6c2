using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace TechPlan.Local.Pages;

/// <summary>
/// Markup that is safe to write to a page. It is made from an interpolated string whose holes are encoded, unless what
/// fills a hole is itself <see cref="Html"/>; so nothing that came from a mail can become markup by being forgotten.
/// </summary>
public sealed class Html
{
    public static readonly Html Empty = new("");
    private readonly string _markup;

    private Html(string markup) => _markup = markup;

    public static Html Of(Writer content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return new Html(content.Markup);
    }

    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts));

    /// <summary>Markup from a file of this assembly. Never from a person, a mail or a request.</summary>
    public static Html Trusted(string markup) => new(markup);

    public override string ToString() => _markup;

    /// <summary>Builds <see cref="Html"/>; the compiler calls it for <c>Html.Of($"...")</c>.</summary>
    [InterpolatedStringHandler]
    [SuppressMessage("Design", "CA1034", Justification = "It exists for the one method that takes it.")]
    public sealed class Writer
    {
        private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
        private readonly StringBuilder _markup;

        public Writer(int literalLength, int formattedCount) => _markup = new StringBuilder(literalLength + (formattedCount * 16));

        internal string Markup => _markup.ToString();

        public void AppendLiteral(string literal) => _markup.Append(literal);

        public void AppendFormatted(Html? value) => _markup.Append(value);

        public void AppendFormatted(string? value) => _markup.Append(value is null ? null : Encoder.Encode(value));

        public void AppendFormatted(int value) => _markup.Append(CultureInfo.InvariantCulture, $"{value}");
    }
}
