namespace TechPlan.Local.Mail.Mime;

/// <summary>A file in a mail. Its place among the mail's files is its identity: reading the mail again finds it there.</summary>
internal sealed record MimeFile(MimePart Part, int Place)
{
    public bool IsMail => Part.Type.Value is "message/rfc822" or "message/global";

    /// <summary>Where a file lies that was not sent along.</summary>
    public string? Address =>
        Part.Type.Value is "message/external-body" && string.Equals(Part.Type.Parameter("access-type"), "URL", StringComparison.OrdinalIgnoreCase)
            ? Part.Type.Parameter("URL")
            : null;

    public string Name => Part.FileName is { Length: > 0 } name ? name
        : IsMail && MimeHeadReader.Read(Part.Content()).Head.Text("Subject") is { Length: > 0 } subject ? subject
        : $"ATT{Place + 1:00000}{Extension}";

    /// <summary>Shown within the text, such as the picture of a signature.</summary>
    public bool IsInline => Part.Disposition.Value is "inline" || (Part.ContentId is not null && Part.Disposition.Value is not "attachment");

    private string Extension => Part.Type.Value switch
    {
        "text/plain" => ".txt",
        "text/html" => ".htm",
        "text/calendar" => ".ics",
        "image/png" => ".png",
        "image/jpeg" => ".jpg",
        "application/pdf" => ".pdf",
        "message/delivery-status" or "message/disposition-notification" => ".txt",
        _ => ".dat",
    };
}
