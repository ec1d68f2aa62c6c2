using System.Collections.Immutable;
using Microsoft.Graph.Models;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Storage;
using EmailAddress = TechPlan.Domain.EmailAddress;

namespace TechPlan.Functions.Mailbox.Reading;

/// <summary>Graph's messages as mails that came in.</summary>
internal static class GraphMails
{
    public static InboundMail Of(Message message, string text, ImmutableArray<InboundFile> files, MiniGrantId? about) => new(
        MessageIdOf(message.InternetMessageId) ?? Made(message, text),
        EmailAddress.TryParse(message.From?.EmailAddress?.Address),
        message.From?.EmailAddress?.Name ?? "",
        message.Subject ?? "",
        message.ReceivedDateTime ?? DateTimeOffset.UnixEpoch,
        [.. (message.InternetMessageHeaders ?? []).Select(header => new MailHeader(header.Name ?? "", header.Value ?? ""))],
        text,
        message.Body is { ContentType: BodyType.Html, Content: { } html } ? html : null,
        files,
        about,
        message.Id);

    /// <summary>Without angle brackets; null when there is none.</summary>
    public static string? MessageIdOf(string? header) => header?.Trim().TrimStart('<').TrimEnd('>').Trim() is { Length: > 0 } id ? id : null;

    /// <summary>The same for the same mail, whichever way it is read.</summary>
    private static string Made(Message message, string text)
    {
        var content = $"{message.From?.EmailAddress?.Address}\n{message.ReceivedDateTime:O}\n{message.Subject}\n{text}";
        return $"{TableKey.HashOf(content)}@no-message-id";
    }
}
