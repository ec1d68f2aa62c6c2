using System.Collections.Immutable;
using System.Net.Mail;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using TechPlan.Domain;
using TechPlan.Domain.MiniGrants;

namespace TechPlan.Functions.Mailbox.Parse;

/// <summary>Makes a mail out of a post.</summary>
internal static partial class ParsedMail
{
    private const int LongestMessageId = 998;

    private static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>();

    /// <summary>The mail; null when the post is not whole or has no head, and so cannot be told from others.</summary>
    internal static InboundMail? Of(ParsePost post, DateTimeOffset receivedAt)
    {
        var texts = new ParseText(post.Fields);
        if (!post.IsWhole || texts["headers"] is not { } head || MailHead.Read(head) is not { IsEmpty: false } headers)
        {
            return null;
        }

        var (from, name) = Author(texts["from"] ?? "");
        var subject = texts["subject"] ?? "";
        var html = texts["html"];
        return new InboundMail(
            MessageIdOf(headers) ?? MadeUp(head, texts["text"], html),
            from,
            name,
            subject,
            receivedAt,
            ParseVerdict.PutOnTop(headers, texts["SPF"], texts["dkim"], EnvelopeFrom(post)),
            texts["text"] ?? "",
            html,
            FilesOf(post, html),
            AboutOf(subject),
            GraphId: null);
    }

    private static string? MessageIdOf(ImmutableArray<MailHeader> headers) =>
        headers.FirstOrDefault(header => header.Name.Equals("Message-ID", StringComparison.OrdinalIgnoreCase))?.Value.Trim('<', '>', ' ', '\t') is
            { Length: > 0 and <= LongestMessageId } id
            ? id
            : null;

    private static string MadeUp(params string?[] content) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', content)))) + "@no-message-id.invalid";

    private static (EmailAddress? Address, string Name) Author(string from) => MailAddress.TryCreate(from, out var one)
        ? (EmailAddress.TryParse(one.Address), one.DisplayName)
        : Bracketed().Match(from) is { Success: true } found
            ? (EmailAddress.TryParse(found.Groups["address"].Value), found.Groups["name"].Value.Trim(' ', '"'))
            : (EmailAddress.TryParse(from), "");

    private static string? EnvelopeFrom(ParsePost post) => ParseJson.Texts(post.Fields.GetValueOrDefault("envelope")).GetValueOrDefault("from");

    private static ImmutableArray<InboundFile> FilesOf(ParsePost post, string? html)
    {
        var infos = ParseJson.Objects(post.Fields.GetValueOrDefault("attachment-info"));
        return [.. post.Files.Select(file => FileOf(file, infos.GetValueOrDefault(file.Field, Nothing), html))];
    }

    /// <param name="info">What the post says of the file beside it.</param>
    private static InboundFile FileOf(ParseFile file, IReadOnlyDictionary<string, string> info, string? html)
    {
        return new InboundFile(
            info.GetValueOrDefault("filename") ?? file.Name,
            info.GetValueOrDefault("type") ?? file.MediaType ?? "application/octet-stream",
            file.Content.Length,
            file.Content,
            IsInline: info.GetValueOrDefault("content-id") is { Length: > 0 } id && html?.Contains("cid:" + id.Trim('<', '>'), StringComparison.OrdinalIgnoreCase) is true);
    }

    /// <summary>Our mails bear the mini-grant's id in the subject, and a reply keeps it.</summary>
    private static MiniGrantId? AboutOf(string subject) => MiniGrantId.FindAll(subject).Select(id => (MiniGrantId?)id).FirstOrDefault();

    [GeneratedRegex(@"^(?<name>[^<]*)<(?<address>[^<>]+)>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Bracketed();
}
