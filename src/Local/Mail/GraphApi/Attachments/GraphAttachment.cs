namespace TechPlan.Local.Mail.GraphApi.Attachments;

/// <summary>A file of an incoming mail. Its bytes stay in the mail as it came, at <paramref name="Place"/> among its files.</summary>
/// <param name="Size">Of the content, in bytes.</param>
/// <param name="Address">Where the file lies, when it was not sent along.</param>
internal sealed record GraphAttachment(
    string Id,
    int Place,
    GraphAttachmentKind Kind,
    string Name,
    string ContentType,
    long Size,
    bool IsInline,
    string? ContentId,
    string? Address);

internal enum GraphAttachmentKind
{
    File,

    /// <summary>A mail within the mail.</summary>
    Item,

    /// <summary>A file that lies elsewhere.</summary>
    Reference,
}
