using Microsoft.Extensions.Options;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item;
using Microsoft.Kiota.Abstractions;
using TechPlan.Functions.Mail.Carriers;

namespace TechPlan.Functions.Mailbox.Reading;

/// <summary>The mailbox as a door: a mail is read from the inbox and kept in one of our folders.</summary>
internal sealed class GraphMailSource(GraphConnection graph, GraphFiles files, AnsweredGrant answered, MailboxFolders folders, IOptions<MailboxOptions> options) : IMailSource
{
    private static readonly string[] Wanted =
    [
        "id", "internetMessageId", "internetMessageHeaders", "from", "subject", "receivedDateTime", "body", "conversationId", "parentFolderId", "isDraft",
    ];

    public MailDoor Door => MailDoor.Graph;

    private UserItemRequestBuilder Mailbox => graph.Client.Users[options.Value.Address];

    /// <summary>
    /// Null as well when a person has moved the mail out of the inbox, who then looks after it, and when it is one of our own: these
    /// come in when the mailbox is the office's, and stay where the office reads them.
    /// </summary>
    public async Task<InboundMail?> ReadAsync(string key, CancellationToken cancellation)
    {
        if (await FindAsync(key, cancellation) is not { IsDraft: not true } message
            || message.ParentFolderId != await folders.InboxAsync(cancellation)
            || IsOwn(message))
        {
            return null;
        }

        var text = await TextAsync(message, cancellation);
        var content = await files.OfAsync(Mailbox.Messages[key], cancellation);
        return GraphMails.Of(message, text, content, await answered.FindAsync(message, cancellation));
    }

    public async Task FileAsync(string key, MailPlace place, CancellationToken cancellation)
    {
        if (await FindAsync(key, cancellation) is { } message && message.ParentFolderId == await folders.InboxAsync(cancellation))
        {
            await folders.MoveAsync(key, place, cancellation);
        }
    }

    private async Task<Message?> FindAsync(string key, CancellationToken cancellation)
    {
        try
        {
            return await Mailbox.Messages[key].GetAsync(
                r =>
                {
                    r.QueryParameters.Select = Wanted;
                    r.QueryParameters.Expand = [GraphMessages.ExpandMailId];
                },
                cancellation);
        }
        catch (ApiException gone) when (gone.IsGone())
        {
            return null;
        }
    }

    private bool IsOwn(Message message) =>
        GraphMessages.MailIdOf(message) is not null
        || string.Equals(message.From?.EmailAddress?.Address, options.Value.Address, StringComparison.OrdinalIgnoreCase);

    /// <summary>Graph makes a text of a mail that is HTML alone, better than we would.</summary>
    private async Task<string> TextAsync(Message message, CancellationToken cancellation)
    {
        if (message.Body?.ContentType is not BodyType.Html)
        {
            return message.Body?.Content ?? "";
        }

        var asText = await Mailbox.Messages[message.Id].GetAsync(
            r =>
            {
                r.QueryParameters.Select = ["body"];
                r.Headers.Add("Prefer", "outlook.body-content-type=\"text\"");
            },
            cancellation);
        return asText?.Body?.Content ?? "";
    }
}
