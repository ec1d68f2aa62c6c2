using TechPlan.Local.Mail.Delivery;
using TechPlan.Local.Mail.Store;

namespace TechPlan.Local.Mail.GraphApi;

/// <summary>What the owner of a mailbox writes and sends. Any address is a mailbox.</summary>
internal sealed class GraphMailbox(MailStore store, OwnMailDelivery delivery, TimeProvider clock)
{
    public async Task<GraphOutcome> DraftAsync(string mailbox, GraphMessage message, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var draft = New(mailbox, MailIds.NewConversation(now), message, now);
        return await AddAsync(draft, cancellation);
    }

    /// <summary>
    /// A draft in the conversation of <paramref name="original"/>, to whoever wrote it, or to its recipients when the
    /// mailbox wrote it itself; what <paramref name="change"/> names takes the place of those defaults.
    /// </summary>
    public async Task<GraphOutcome> DraftReplyAsync(
        string mailbox,
        GraphDocument original,
        GraphMessage? change,
        string? comment,
        CancellationToken cancellation)
    {
        if (comment is not null && change?.Body is not null)
        {
            return GraphProblem.Refused("ErrorInvalidRequest", "A reply takes a comment or a body, not both.");
        }

        var reply = GraphReply.To(original, mailbox, comment);
        var message = change is null ? reply : reply.With(change);
        return await AddAsync(New(mailbox, original.ConversationId, message, clock.GetUtcNow()), cancellation);
    }

    public async Task<GraphOutcome> ChangeAsync(MailEntry entry, GraphDocument draft, GraphMessage change, CancellationToken cancellation)
    {
        if (GraphRules.CheckChange(change) is { } problem)
        {
            return problem;
        }

        if (!draft.IsDraft)
        {
            return GraphProblem.Refused("ErrorInvalidPropertySet", "Only a draft can be changed.");
        }

        var changed = draft with { Message = draft.Message.With(change), ChangedAt = clock.GetUtcNow() };
        return Outcome(await store.ReplaceAsync(entry, changed, cancellation), changed);
    }

    /// <summary>Sends a draft. What was sent is no draft any more, so it cannot be sent again.</summary>
    public async Task<GraphOutcome> SendAsync(MailEntry entry, GraphDocument draft, CancellationToken cancellation)
    {
        if (!draft.IsDraft)
        {
            return GraphProblem.NotFound;
        }

        if (GraphRules.CheckSendable(draft) is { } problem)
        {
            return problem;
        }

        var now = clock.GetUtcNow();
        var sent = draft with { SentAt = now, ChangedAt = now };
        return await DeliverAsync(Outcome(await store.ReplaceAsync(entry, sent, cancellation), sent), cancellation);
    }

    public async Task<GraphOutcome> SendNewAsync(string mailbox, GraphMessage message, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var sent = New(mailbox, MailIds.NewConversation(now), message, now) with { SentAt = now };
        return GraphRules.CheckSendable(sent) is { } problem
            ? problem
            : await DeliverAsync(await AddAsync(sent, cancellation), cancellation);
    }

    private async Task<GraphOutcome> DeliverAsync(GraphOutcome outcome, CancellationToken cancellation)
    {
        if (outcome.Message is { } sent)
        {
            await delivery.DeliverAsync(sent, cancellation);
        }

        return outcome;
    }

    private static GraphDocument New(string mailbox, string conversation, GraphMessage message, DateTimeOffset now) =>
        new(MailIds.NewMessage(now), mailbox, conversation, CreatedAt: now, ChangedAt: now, SentAt: null, message);

    private static GraphOutcome Outcome(SaveOutcome outcome, GraphDocument message) =>
        GraphRules.OfSaving(outcome) is { } problem ? problem : message;

    private async Task<GraphOutcome> AddAsync(GraphDocument message, CancellationToken cancellation) =>
        GraphRules.CheckContent(message.Message) is { } problem
            ? problem
            : Outcome(await store.AddAsync(message, cancellation), message);
}
