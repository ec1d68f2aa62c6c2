using System.Net;

namespace TechPlan.Local.Mail.GraphApi;

/// <summary>The reply that Exchange would prepare: "RE:", the other side as recipient, the original quoted.</summary>
internal static class GraphReply
{
    public static GraphMessage To(GraphDocument original, string mailbox, string? comment) => new()
    {
        Subject = Subject(original.Message.Subject ?? ""),
        ToRecipients = Recipients(original, mailbox),
        Body = new GraphBody("html", Body(original, comment)),
    };

    private static string Subject(string subject) =>
        subject.StartsWith("RE:", StringComparison.OrdinalIgnoreCase) ? subject : $"RE: {subject}";

    private static IReadOnlyList<GraphRecipient> Recipients(GraphDocument original, string mailbox)
    {
        if (original.Message.ReplyTo is { Count: > 0 } replyTo)
        {
            return replyTo;
        }

        return string.Equals(original.Sender, mailbox, StringComparison.OrdinalIgnoreCase)
            ? original.Message.ToRecipients ?? []
            : [original.Message.From ?? new GraphRecipient(new GraphAddress(null, original.Mailbox))];
    }

    private static string Body(GraphDocument original, string? comment)
    {
        var content = original.Message.Body?.Content ?? "";
        var quoted = original.Message.Body is { IsHtml: true } ? content : $"<pre>{WebUtility.HtmlEncode(content)}</pre>";
        return $"<p>{WebUtility.HtmlEncode(comment)}</p><hr><blockquote>{quoted}</blockquote>";
    }
}
