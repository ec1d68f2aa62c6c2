namespace TechPlan.Local.Mail.Mime;

/// <summary>The headers of a mail or of a part of it, in the order of the mail, duplicates kept.</summary>
internal sealed record MimeHead(IReadOnlyList<MimeHeader> Headers)
{
    /// <summary>The first value of a header as it came, or null.</summary>
    public string? Raw(string name) => Headers.FirstOrDefault(header => header.Is(name))?.Value;

    /// <summary>The first value of a header with its encoded words read, or null.</summary>
    public string? Text(string name) => Raw(name) is { } raw ? EncodedWords.Decode(raw) : null;

    public MimeField Field(string name) => MimeField.Parse(Raw(name) ?? "");
}
