namespace TechPlan.Local.Mail.Mime;

/// <summary>A mail, or a part of one: its head, and either its bytes or the parts that it consists of.</summary>
/// <param name="Type">Content-Type, such as text/plain.</param>
/// <param name="Body">As it was transferred, without the head.</param>
/// <param name="Parts">Empty for everything but a multipart.</param>
internal sealed record MimePart(MimeHead Head, MimeField Type, ReadOnlyMemory<byte> Body, IReadOnlyList<MimePart> Parts)
{
    public MimeField Disposition { get; } = Head.Field("Content-Disposition");

    public string? FileName => Disposition.Parameter("filename") ?? Type.Parameter("name");

    /// <summary>Without its angle brackets.</summary>
    public string? ContentId => Head.Raw("Content-ID")?.Trim().TrimStart('<').TrimEnd('>') is { Length: > 0 } id ? id : null;

    public bool IsAlternative => Type.Value is "multipart/alternative";

    /// <summary>Something to read rather than a file.</summary>
    public bool IsText => Type.Value is "text/plain" or "text/html" && Disposition.Value is not "attachment" && FileName is null;

    public ReadOnlyMemory<byte> Content() => TransferDecoding.Decode(Body, Head.Raw("Content-Transfer-Encoding"));

    public string Text()
    {
        var text = MimeCharset.Decode(Content().Span, Type.Parameter("charset"));
        var isFlowed = string.Equals(Type.Parameter("format"), "flowed", StringComparison.OrdinalIgnoreCase);
        var deletesBlank = string.Equals(Type.Parameter("delsp"), "yes", StringComparison.OrdinalIgnoreCase);
        return isFlowed ? FlowedText.Unwrap(text, deletesBlank) : text;
    }
}
