using Azure.Identity;
using Microsoft.Extensions.Options;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item.Messages;
using Microsoft.Graph.Users.Item.Messages.Item.CreateReply;
using Microsoft.Kiota.Abstractions;
using TechPlan.Functions.Mailbox;

namespace TechPlan.Functions.Mail.Carriers;

/// <summary>
/// Staff mail from our mailbox. A draft is made first and then sent: the draft bears our own id, so that after a crash
/// the mail is found, as draft or as sent, instead of made again.
/// </summary>
internal sealed class GraphCarrier(GraphConnection graph, IOptions<GraphOptions> options, OwnMailbox mailbox, TimeProvider clock) : IMailCarrier
{
    public CarrierName Name => CarrierName.Graph;

    public bool IsConfigured => options.Value.Enabled;

    private MessagesRequestBuilder Mailbox => graph.Client.Users[mailbox.Address].Messages;

    /// <summary>Makes the draft, or finds what an earlier try left.</summary>
    /// <param name="conversation">The message that the mini-grant's conversation began with; null for a mail that begins one.</param>
    public Task<CarrierAnswer> PrepareAsync(OutgoingMail mail, string? conversation, CancellationToken cancellation) => AskAsync(
        async () => mail.TriedBefore && await FindAsync(mail, cancellation) is { } found
            ? await TakeUpAsync(found, mail, cancellation)
            : new CarrierAnswer.Ready(await DraftAsync(mail, conversation, cancellation)),
        cancellation);

    /// <summary>Sends a draft.</summary>
    public Task<CarrierAnswer> SendAsync(string draftId, CancellationToken cancellation) => AskAsync(
        async () =>
        {
            await Mailbox[draftId].Send.PostAsync(cancellationToken: cancellation);
            return new CarrierAnswer.Sent(draftId);
        },
        cancellation);

    /// <summary>By the id that was kept, which is exact; else by our own, which the mailbox may be slow to learn.</summary>
    private async Task<Message?> FindAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        if (mail.DraftId is { } id && await OrNoneAsync(() => Mailbox[id].GetAsync(r => r.QueryParameters.Select = ["id", "isDraft"], cancellation)) is { } kept)
        {
            return kept;
        }

        var found = await Mailbox.GetAsync(
            r =>
            {
                r.QueryParameters.Filter = GraphMessages.FilterOf(mail.Id);
                r.QueryParameters.Select = ["id", "isDraft"];
            },
            cancellation);
        // Should two drafts have been made, one of them may have been sent.
        return found?.Value?.OrderBy(message => message.IsDraft ?? true).FirstOrDefault();
    }

    private async Task<CarrierAnswer> TakeUpAsync(Message found, OutgoingMail mail, CancellationToken cancellation)
    {
        if (found.IsDraft is false)
        {
            return new CarrierAnswer.Sent(found.Id);
        }

        await Mailbox[found.Id].PatchAsync(GraphMessages.Of(mail), cancellationToken: cancellation);
        return new CarrierAnswer.Ready(found.Id!);
    }

    private async Task<string> DraftAsync(OutgoingMail mail, string? conversation, CancellationToken cancellation) =>
        conversation is not null && await OrNoneAsync(() => ReplyAsync(mail, conversation, cancellation)) is { } reply
            ? reply.Id!
            : (await Mailbox.PostAsync(GraphMessages.NewOf(mail), cancellationToken: cancellation))!.Id!;

    /// <summary>
    /// Null when the office has deleted the mail that the conversation began with. Graph begins a reply with the other side's
    /// address; should it have kept that beside ours, only ours is left.
    /// </summary>
    private async Task<Message?> ReplyAsync(OutgoingMail mail, string conversation, CancellationToken cancellation)
    {
        var body = new CreateReplyPostRequestBody { Message = GraphMessages.NewOf(mail) };
        var reply = (await Mailbox[conversation].CreateReply.PostAsync(body, cancellationToken: cancellation))!;
        return GraphMessages.IsWhole(reply, mail) ? reply : await Mailbox[reply.Id].PatchAsync(GraphMessages.Of(mail), cancellationToken: cancellation);
    }

    private static async Task<Message?> OrNoneAsync(Func<Task<Message?>> look)
    {
        try
        {
            return await look();
        }
        catch (ApiException gone) when (gone.IsGone())
        {
            return null;
        }
    }

    private async Task<CarrierAnswer> AskAsync(Func<Task<CarrierAnswer>> ask, CancellationToken cancellation)
    {
        try
        {
            return await ask();
        }
        catch (ApiException problem)
        {
            return HttpAnswers.OfFailure(problem.ResponseStatusCode, problem.Header("Retry-After"), clock.GetUtcNow());
        }
        catch (CredentialUnavailableException)
        {
            return new CarrierAnswer.Refused("no-credential");
        }
        catch (AuthenticationFailedException)
        {
            return new CarrierAnswer.Later(null, "no-token");
        }
        catch (Exception problem) when (HttpAnswers.IsSilence(problem, cancellation))
        {
            return HttpAnswers.OfSilence;
        }
    }
}
