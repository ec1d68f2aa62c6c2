using TechPlan.Local.Mail.Store;

namespace TechPlan.Local.Mail.SendGridApi;

/// <summary>One accepted request. Each recipient of each personalization gets a mail of their own.</summary>
/// <param name="Id">What SendGrid answers as X-Message-Id.</param>
internal sealed record SendGridDocument(string Id, DateTimeOffset SentAt, SendRequest Request) : MailDocument(Id)
{
    public override IReadOnlyList<MailSummary> Summaries => [.. Copies().Select(Summarize)];

    public override IReadOnlyList<Mark> Marks =>
        [.. (Request.Personalizations ?? [])
            .SelectMany(one => SendMerge.CustomArgs(Request, one))
            .Select(arg => new Mark(arg.Key, arg.Value))
            .Distinct()];

    public override IReadOnlyList<DeliveredMail> Deliver() => [.. Copies().Select(Deliver)];

    private IEnumerable<Copy> Copies() =>
        (Request.Personalizations ?? [])
            .SelectMany(one => one.Everyone.Select(address => (Envelope: one, Address: address.Email ?? "")))
            .Select((copy, at) => new Copy($"{Id}.{at}", copy.Envelope, copy.Address));

    private MailSummary Summarize(Copy copy) =>
        new(copy.Id, Carriers.SendGrid, Request.From?.Email ?? "", [copy.To], SendMerge.Subject(Request, copy.Envelope), SentAt);

    private DeliveredMail Deliver(Copy copy)
    {
        var html = SendMerge.Content(Request, copy.Envelope, "text/html");
        var text = SendMerge.Content(Request, copy.Envelope, "text/plain") ?? MailContent.TextOf(html ?? "");
        var seen = (copy.Envelope.To ?? []).Concat(copy.Envelope.Cc ?? []).Select(address => address.Email ?? "");
        return new(
            copy.Id,
            Carriers.SendGrid,
            Request.From?.Email ?? "",
            [copy.To],
            [.. seen],
            SendMerge.Subject(Request, copy.Envelope),
            text,
            html,
            MailContent.Links(html, text),
            SentAt,
            ConversationId: null,
            SendMerge.CustomArgs(Request, copy.Envelope),
            SendMerge.Headers(Request, copy.Envelope));
    }

    private sealed record Copy(string Id, SendPersonalization Envelope, string To);
}
