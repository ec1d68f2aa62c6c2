using TechPlan.Local.Mail.Delivery;
using TechPlan.Local.Mail.Store;

namespace TechPlan.Local.Mail;

/// <summary>Reads what was delivered, in order.</summary>
internal sealed class MailReader(MailStore store)
{
    /// <summary>Every mail that went out, first sent first; those of one instant in the order in which they came.</summary>
    /// <param name="to">A recipient's address, or null for all.</param>
    /// <param name="about">Words of the subject, such as a mini-grant's id, or null for all.</param>
    public async Task<IReadOnlyList<DeliveredMail>> AllAsync(string? to, string? about, CancellationToken cancellation)
    {
        var entries = await store.AllAsync(cancellation);
        var wanted = entries.Where(entry => entry.Head is not { IsIncoming: true } && entry.Summaries.Any(summary => (to is null || summary.IsTo(to)) && IsAbout(summary.Subject, about)));
        return [.. InOrder(wanted)
            .SelectMany(entry => entry.Open().Deliver())
            .Where(mail => (to is null || mail.To.Contains(to, StringComparer.OrdinalIgnoreCase)) && IsAbout(mail.Subject, about))];
    }

    /// <summary>What lists show of every mail, newest first, with the entry to open for the rest.</summary>
    public async Task<IReadOnlyList<ListedMail>> NewestAsync(CancellationToken cancellation) =>
        [.. InOrder((await store.AllAsync(cancellation)).Where(entry => entry.Summaries.Count > 0))
            .SelectMany(entry => entry.Summaries.Select(summary => new ListedMail(entry, summary)))
            .Reverse()];

    /// <summary>What came in to a mailbox, first come first.</summary>
    public async Task<IReadOnlyList<KeptMail>> KeptAsync(string mailbox, CancellationToken cancellation) =>
        [.. from entry in InOrder((await store.AllAsync(cancellation)).Where(entry => entry.Head is { IsIncoming: true }))
            let head = entry.Head!
            let summary = entry.Summaries[0]
            where string.Equals(head.Mailbox, mailbox, StringComparison.OrdinalIgnoreCase)
            select new KeptMail(entry.Id, head.InternetMessageId, head.ConversationId, summary.From, summary.Subject, summary.SentAt, summary.Folder)];

    public async Task<DeliveredMail?> FindAsync(string id, CancellationToken cancellation)
    {
        // One SendGrid request has many mails: the request's id, a point, a number.
        var entry = await store.FindAsync(id.Split('.')[0], cancellation);
        return entry?.Open().Deliver().FirstOrDefault(mail => string.Equals(mail.Id, id, StringComparison.Ordinal));
    }

    private static bool IsAbout(string subject, string? about) =>
        about is null || subject.Contains(about, StringComparison.OrdinalIgnoreCase);

    private static IOrderedEnumerable<MailEntry> InOrder(IEnumerable<MailEntry> entries) =>
        entries.OrderBy(entry => entry.Summaries[0].SentAt).ThenBy(entry => entry.Arrival);
}

internal sealed record ListedMail(MailEntry Entry, MailSummary Summary)
{
    public DeliveredMail Delivered() =>
        Entry.Open().Deliver().First(mail => string.Equals(mail.Id, Summary.Id, StringComparison.Ordinal));
}
