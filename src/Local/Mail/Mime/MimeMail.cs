namespace TechPlan.Local.Mail.Mime;

/// <summary>A mail as its reader sees it.</summary>
internal sealed class MimeMail
{
    /// <summary>No mail goes without at least one of these; random bytes have none.</summary>
    private static readonly string[] Telling = ["From", "To", "Subject", "Date", "Message-ID", "Received", "MIME-Version", "Content-Type", "Return-Path"];

    private readonly MimePart _whole;

    private MimeMail(MimePart whole)
    {
        _whole = whole;
        Body = MimeBody.Of(whole);
        Files = [.. FilesOf(whole).Select((part, place) => new MimeFile(part, place))];
    }

    public MimeHead Head => _whole.Head;

    public MimeBody Body { get; }

    public IReadOnlyList<MimeFile> Files { get; }

    public bool LooksLikeMail => Array.Exists(Telling, name => Head.Raw(name) is not null);

    public string Subject => Head.Text("Subject") ?? "";

    public DateTimeOffset? Date => MimeDate.Parse(Head.Raw("Date"));

    /// <summary>With its angle brackets; null when the mail has none.</summary>
    public string? MessageId => Ids(Head.Raw("Message-ID")).FirstOrDefault();

    /// <summary>The mails that it answers, the nearest first.</summary>
    public IReadOnlyList<string> Answers => [.. Ids(Head.Raw("In-Reply-To")), .. Ids(Head.Raw("References")).Reverse()];

    public IReadOnlyList<MimeAddress> Addresses(string header) => MimeAddressList.Parse(Head.Raw(header));

    public static MimeMail Read(ReadOnlyMemory<byte> mail) => new(MimeReader.Read(mail));

    private static IEnumerable<MimePart> FilesOf(MimePart part) =>
        part.Parts.Count > 0 ? part.Parts.SelectMany(FilesOf)
        : part.IsText ? []
        : [part];

    private static IEnumerable<string> Ids(string? header)
    {
        foreach (var piece in (header ?? "").Split('<').Skip(1))
        {
            var end = piece.IndexOf('>', StringComparison.Ordinal);
            if (end > 0)
            {
                yield return $"<{piece[..end].Trim()}>";
            }
        }
    }
}
