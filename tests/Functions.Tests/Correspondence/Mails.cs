using System.Collections.Immutable;
using System.Text;
using TechPlan.Domain;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Mailbox;

namespace TechPlan.Functions.Tests.Correspondence;

/// <summary>Mails as the mailbox hands them over.</summary>
internal static class Mails
{
    internal const string Proven = "spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=example.org; dkim=pass (signature was verified) header.d=example.org;dmarc=pass action=none header.from=example.org;compauth=pass reason=100";

    internal const string Forged = "spf=fail (sender IP is 203.0.113.9) smtp.mailfrom=example.org; dkim=none (message not signed) header.d=none;dmarc=fail action=oreject header.from=example.org;compauth=fail reason=000";

    /// <summary>A mail that Dana Field wrote and our mail system has checked.</summary>
    internal static InboundMail FromDana(string text = "", string subject = "Mini-grant request", params InboundFile[] files) =>
        From("dana.field@example.org", "Dana Field", text, subject, files).With(("Authentication-Results", Proven));

    internal static InboundMail From(string? address, string name = "", string text = "", string subject = "Mini-grant request", params InboundFile[] files) => new(
        "mail-1@example.org",
        EmailAddress.TryParse(address),
        name,
        subject,
        new DateTimeOffset(2099, 9, 8, 14, 59, 0, TimeSpan.Zero),
        [],
        text,
        Html: null,
        [.. files],
        About: null,
        GraphId: "AAMkAD0001");

    /// <summary>The same mail with more headers below those it has.</summary>
    internal static InboundMail With(this InboundMail mail, params (string Name, string Value)[] headers) =>
        mail with { Headers = [.. mail.Headers, .. headers.Select(header => new MailHeader(header.Name, header.Value))] };

    internal static InboundMail Answering(this InboundMail mail, MiniGrantId id) => mail with { About = id };

    internal static InboundMail As(this InboundMail mail, string messageId) => mail with { MessageId = messageId };

    internal static InboundFile File(string name, byte[] content, bool inline = false, string mediaType = "application/octet-stream") =>
        new(name, mediaType, content.Length, content, inline);

    internal static InboundFile File(string name, string content) => File(name, Encoding.UTF8.GetBytes(content));

    internal static ImmutableArray<MailHeader> Headers(params (string Name, string Value)[] headers) =>
        [.. headers.Select(header => new MailHeader(header.Name, header.Value))];
}
