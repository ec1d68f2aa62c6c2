using Microsoft.Extensions.Options;
using TechPlan.Local.Mail.GraphApi;
using TechPlan.Local.Mail.GraphApi.Folders;
using TechPlan.Local.Mail.GraphApi.Subscriptions;
using TechPlan.Local.Mail.Mime;
using TechPlan.Local.Mail.Store;

namespace TechPlan.Local.Mail.Delivery;

/// <summary>Puts mail from outside into a mailbox's inbox.</summary>
internal sealed class MailDelivery(MailStore store, IMailContent contents, MailConversations conversations, NotificationDesk desk, IOptions<LocalMailOptions> options, TimeProvider clock)
{
    /// <summary>What Exchange Online takes at most, unless an administrator says otherwise.</summary>
    public const int LargestMail = 36 * 1024 * 1024;

    /// <param name="address">Of a mailbox, or one of its aliases.</param>
    /// <returns>The message; null when the bytes are no mail at all.</returns>
    public async Task<GraphDocument?> DeliverAsync(string address, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        var mail = MimeMail.Read(bytes);
        if (!mail.LooksLikeMail)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var id = MailIds.NewMessage(now);
        var conversation = await conversations.FindAsync(mail.Answers, cancellation) ?? MailIds.NewConversation(now);
        // The content first: a row without it would be a mail that nobody can open.
        await contents.SaveAsync(id, bytes, cancellation);
        var message = await AddAsync(mail, id, options.Value.MailboxOf(address), conversation, now, cancellation);
        await desk.TellAsync(message, "created", FolderName.Inbox.Key, cancellation);
        return message;
    }

    private async Task<GraphDocument> AddAsync(MimeMail mail, string id, string mailbox, string conversation, DateTimeOffset now, CancellationToken cancellation)
    {
        GraphDocument? delivered = null;
        var outcome = await store.AddAsync(arrival => delivered = IncomingMail.Message(mail, id, mailbox, conversation, now, arrival), cancellation);
        return outcome is SaveOutcome.Saved ? delivered! : throw new InvalidDataException($"Message {id} was not stored: {outcome}.");
    }
}
