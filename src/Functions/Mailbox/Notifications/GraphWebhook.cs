using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TechPlan.Functions.Api;
using TechPlan.Functions.Mailbox.Watch;

namespace TechPlan.Functions.Mailbox.Notifications;

/// <summary>
/// Where Graph tells of new mail, and of the subscription itself. What it says is recorded and answered at once; the mailroom does
/// the rest. An answer that says it was not recorded makes Graph send it again.
/// </summary>
public sealed class GraphWebhook(
    IArrivals arrivals, IMailboxUpkeep upkeep, ClientState clientState, IOptions<MailboxOptions> options, TimeProvider clock, ILogger<GraphWebhook> log)
{
    /// <summary>A thousand notifications take less.</summary>
    private const int MaxOctets = 1024 * 1024;

    private const int AtOnce = 16;

    /// <summary>Graph counts an answer that takes more than three seconds as a slow one, and drops notifications to slow receivers.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.5);

    [Function(nameof(GraphWebhook))]
    public async Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = MailboxSubscription.Route)] HttpRequest request,
        [DurableClient] DurableTaskClient engine,
        CancellationToken cancellation)
    {
        if (!options.Value.IsRead)
        {
            return Results.NotFound();
        }

        if (Handshake.For(request) is { } answer)
        {
            return answer;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        if (await RequestBody.ReadAsync(request, MaxOctets, patience.Token) is not { } body)
        {
            return ApiProblem.Of(StatusCodes.Status413PayloadTooLarge, "A notification has at most 1 MB.");
        }

        return GraphNotification.Read(body) is { } all
            ? await RecordAsync([.. all.Where(one => clientState.IsOurs(one.ClientState))], all.Count, engine, patience.Token)
            : ApiProblem.Of(StatusCodes.Status400BadRequest, "This is no notification of Microsoft Graph.");
    }

    /// <summary>Trouble with storage is thrown: it is answered as what it is, and Graph sends the notification again.</summary>
    private async Task<IResult> RecordAsync(IReadOnlyList<GraphNotification> ours, int all, DurableTaskClient engine, CancellationToken cancellation)
    {
        if (ours.Count < all)
        {
            log.LogWarning("{Foreign} of {All} notifications did not bear our client state and were left alone.", all - ours.Count, all);
        }

        await Parallel.ForEachAsync(
            ours, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (one, token) => await RecordAsync(one, token));
        return new ApiAnswer(
            StatusCodes.Status202Accepted,
            json => json.WriteNumber("recorded", ours.Count),
            then: () => ours.Count == 0 ? Task.CompletedTask : arrivals.NudgeAsync(engine, CancellationToken.None));
    }

    private Task RecordAsync(GraphNotification one, CancellationToken cancellation) => one switch
    {
        { Message: { } message } => arrivals.AnnounceAsync(MailDoor.Graph, message, clock.GetUtcNow(), cancellation),
        { Lifecycle: { } lifecycle } => upkeep.NoteAsync(lifecycle, cancellation),
        _ => Task.CompletedTask,
    };
}
