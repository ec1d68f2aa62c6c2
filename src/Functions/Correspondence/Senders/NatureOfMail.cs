using TechPlan.Domain;
using TechPlan.Functions.Mail.Carriers;
using TechPlan.Functions.Mailbox;

namespace TechPlan.Functions.Correspondence.Senders;

/// <summary>
/// Tells from a mail's head what kind of sender it has, so that no two programs ever write to each other (RFC 3834, RFC 3464,
/// MS-OXCMAIL 2.2.3.2.14). In doubt it is a person: a request that nobody answers is worse than one answer too many, which the
/// limit on answers stops.
/// </summary>
internal static class NatureOfMail
{
    private static readonly string[] AutomaticHeaders = ["X-Autoreply", "X-Autorespond", "X-Autoresponder", "X-Mail-Autoreply", "X-MS-Exchange-Inbox-Rules-Loop"];

    private static readonly string[] ExchangeHeaders = ["X-MS-Exchange-Generated-Message-Source", "X-MS-Exchange-Parent-Message-Id"];

    private static readonly string[] ReportingMailboxes = ["mailer-daemon", "postmaster"];

    private static readonly string[] SilentMailboxes = ["noreply", "no-reply", "no_reply", "donotreply", "do-not-reply", "do_not_reply"];

    private static readonly string[] AutomaticSubjects = ["automatic reply:", "auto reply:", "auto-reply:", "autoreply:", "out of office:", "out of office"];

    private static readonly string[] ReportSubjects = ["undeliverable:", "undelivered mail returned", "delivery status notification", "mail delivery failed", "returned mail:", "failure notice"];

    /// <param name="ours">The addresses that this app writes from.</param>
    internal static MailNature Of(InboundMail mail, IEnumerable<EmailAddress> ours) =>
        IsBounce(mail) ? MailNature.Bounce
        : IsOwn(mail, ours) ? MailNature.Own
        : IsAutomatic(mail) ? MailNature.AutoReply
        : IsToMany(mail) ? MailNature.List
        : mail.From is null || HasEmptyReturnPath(mail) ? MailNature.NoSender
        : MailNature.Person;

    private static bool IsBounce(InboundMail mail) =>
        IsReport(mail, "delivery-status") || Has(mail, "X-Failed-Recipients") || Has(mail, "X-MS-Exchange-Message-Is-Ndr")
        || IsFrom(mail, ReportingMailboxes) && (HasEmptyReturnPath(mail) || Begins(mail.Subject, ReportSubjects))
        || Begins(mail.Subject, ReportSubjects) && (HasEmptyReturnPath(mail) || ExchangeHeaders.Any(name => Has(mail, name)));

    /// <summary>Our header may be copied by somebody: it silences nobody but the copier.</summary>
    private static bool IsOwn(InboundMail mail, IEnumerable<EmailAddress> ours) => Has(mail, OutgoingMail.MarkHeader) || ours.Any(address => address == mail.From);

    /// <summary>A receipt (disposition-notification) tells that a mail was read, and wants nothing.</summary>
    private static bool IsAutomatic(InboundMail mail) =>
        mail.HeaderValues("Auto-Submitted").Any(value => !IsToken(value, "no"))
        || IsReport(mail, "disposition-notification")
        || mail.HeaderValues("X-Auto-Response-Suppress").Any(ForbidsAnswers)
        || AutomaticHeaders.Any(name => Has(mail, name))
        || mail.HeaderValues("Precedence").Any(value => IsToken(value, "auto_reply"))
        || IsFrom(mail, SilentMailboxes) || IsFrom(mail, ReportingMailboxes)
        || Begins(mail.Subject, AutomaticSubjects) && (mail.About is not null || HasEmptyReturnPath(mail) || ExchangeHeaders.Any(name => Has(mail, name)));

    private static bool IsToMany(InboundMail mail) =>
        mail.Headers.Any(header => header.Name.StartsWith("List-", StringComparison.OrdinalIgnoreCase))
        || mail.HeaderValues("Precedence").Any(value => IsToken(value, "bulk") || IsToken(value, "list") || IsToken(value, "junk"));

    /// <summary>DR, RN and NRN ask for no receipts only; a person's program may say that.</summary>
    private static bool ForbidsAnswers(string value) =>
        value.Split([',', ';'], StringSplitOptions.TrimEntries).Any(token => IsToken(token, "OOF") || IsToken(token, "AutoReply") || IsToken(token, "All"));

    private static bool IsReport(InboundMail mail, string kind) => mail.HeaderValues("Content-Type").Any(value =>
        value.TrimStart().StartsWith("multipart/report", StringComparison.OrdinalIgnoreCase)
        && value.Split(';').Any(part => part.Split('=', 2, StringSplitOptions.TrimEntries) is [var name, var type]
            && name.Equals("report-type", StringComparison.OrdinalIgnoreCase) && IsToken(type.Trim('"'), kind)));

    private static bool HasEmptyReturnPath(InboundMail mail) => mail.HeaderValues("Return-Path").Any(value => value.Trim() is "" or "<>" or "< >");

    private static bool IsFrom(InboundMail mail, string[] mailboxes) =>
        mail.From is { Normalized: var address } && Array.Exists(mailboxes, name => address.StartsWith(name, StringComparison.Ordinal) && address[name.Length] is '@' or '+' or '-');

    private static bool Begins(string subject, string[] beginnings) =>
        Array.Exists(beginnings, beginning => subject.TrimStart().StartsWith(beginning, StringComparison.OrdinalIgnoreCase));

    private static bool Has(InboundMail mail, string header) => mail.HeaderValues(header).Any();

    /// <summary>Whether a value is a word, whatever comment or parameter follows it.</summary>
    private static bool IsToken(string value, string token) =>
        value.Split([' ', '\t', ';', '('], 2, StringSplitOptions.RemoveEmptyEntries) is [var first, ..] && first.Equals(token, StringComparison.OrdinalIgnoreCase);
}
