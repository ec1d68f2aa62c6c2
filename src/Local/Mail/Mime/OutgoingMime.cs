namespace TechPlan.Local.Mail.Mime;

/// <summary>A mail to be written.</summary>
/// <param name="Boundary">Letters that occur in no other mail.</param>
internal sealed record OutgoingMime(
    string Boundary,
    IReadOnlyList<MimeHeader> Headers,
    string Body,
    bool IsHtml,
    IReadOnlyList<OutgoingFile> Files);

internal sealed record OutgoingFile(string Name, string MediaType, ReadOnlyMemory<byte> Content);
