using Azure.Data.Tables;

namespace TechPlan.Local.Mail;

public sealed class LocalMailOptions
{
    /// <summary>The storage that keeps every mail; without one nothing outlives the process.</summary>
    public TableServiceClient? Tables { get; set; }

    /// <summary>The table in it; by convention the task hub's name followed by "Mail". Mails as they came lie in a second one, named after it.</summary>
    public string TableName { get; set; } = "LocalMail";

    /// <summary>The command that an empty inbox tells a newcomer to run; without one it refers to the README.</summary>
    public string? SampleCommand { get; set; }

    /// <summary>The mailboxes that the app reads. What the app sends to one of them comes in there, as any other mail.</summary>
    public IReadOnlyList<string> Mailboxes { get; set; } = [];

    /// <summary>How many requests Graph takes at once for one mailbox; null for no limit.</summary>
    public int? MailboxConcurrency { get; set; } = 4;

    /// <summary>The key that SendGrid's posts are signed with (base64 of PKCS #8, P-256); without one nothing is posted.</summary>
    public string? SendGridKey { get; set; }

    /// <summary>Where the app takes in SendGrid's events.</summary>
    public string EventsPath { get; set; } = "/webhooks/sendgrid/events";

    /// <summary>Where the app takes in what SendGrid's Inbound Parse posts.</summary>
    public string ParsePath { get; set; } = "/webhooks/sendgrid/inbound";

    /// <summary>Further addresses of mailboxes, each with its mailbox: what is written to one comes in at the other.</summary>
    public IReadOnlyDictionary<string, string> MailboxAliases { get; set; } = new Dictionary<string, string>();

    internal bool Reads(string address) => Mailboxes.Contains(MailboxOf(address), StringComparer.OrdinalIgnoreCase);

    internal string MailboxOf(string address) => MailboxAliases.GetValueOrDefault(address, address);
}
