using System.Net;

namespace TechPlan.Local.Mail.Mime;

/// <summary>What a mail says to its reader. A mail may say it in both ways; then both say the same.</summary>
internal sealed record MimeBody(string? Text, string? Html)
{
    public static readonly MimeBody None = new(null, null);

    public static MimeBody Of(MimePart part) =>
        part.Parts.Count > 0 ? (part.IsAlternative ? Best(part.Parts) : Together(part.Parts))
        : !part.IsText ? None
        : part.Type.Value is "text/html" ? new MimeBody(null, part.Text())
        : new MimeBody(part.Text(), null);

    /// <summary>The last rendering of each kind is the one that its sender likes best.</summary>
    private static MimeBody Best(IReadOnlyList<MimePart> parts)
    {
        var bodies = parts.Select(Of).ToList();
        return new MimeBody(
            bodies.FindLast(body => body is { Text: not null, Html: null })?.Text ?? bodies.FindLast(body => body.Text is not null)?.Text,
            bodies.FindLast(body => body.Html is not null)?.Html);
    }

    /// <summary>One after the other, such as a text and the footer that a list adds.</summary>
    private static MimeBody Together(IReadOnlyList<MimePart> parts)
    {
        var bodies = parts.Select(Of).Where(body => body != None).ToList();
        return bodies.Count < 2
            ? bodies.FirstOrDefault() ?? None
            : new MimeBody(
                string.Join("\n", bodies.Select(body => body.Text ?? MailContent.TextOf(body.Html!))),
                bodies.Exists(body => body.Html is not null) ? string.Concat(bodies.Select(body => body.Html ?? $"<pre>{WebUtility.HtmlEncode(body.Text)}</pre>")) : null);
    }
}
