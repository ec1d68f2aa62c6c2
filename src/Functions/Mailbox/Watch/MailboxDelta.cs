using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item.MailFolders.Item.Messages.Delta;
using Microsoft.Kiota.Abstractions;
using TechPlan.Functions.Mail.Carriers;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Mailbox.Watch;

/// <summary>
/// Looks through the inbox for what no notification told of. Graph's link says where the last look ended; it is kept after every
/// page, once the page's mails are announced. A page told twice changes nothing.
/// </summary>
internal sealed class MailboxDelta(
    GraphConnection graph, MailboxState state, IArrivals arrivals, IOptions<MailboxOptions> options, TimeProvider clock, ILogger<MailboxDelta> log)
{
    private const string Row = "delta";

    /// <summary>More pages than a mailbox has: Graph's links lead in a circle.</summary>
    private const int MostPages = 10_000;

    /// <summary>How many mails were found.</summary>
    public async Task<int> LookAsync(CancellationToken cancellation)
    {
        var row = await state.FindAsync(Row, cancellation);
        var since = row?.GetDateTimeOffset("Since") ?? clock.GetUtcNow().AddDays(-options.Value.FirstLookDays);
        try
        {
            return await FollowAsync(row?.GetText("Link"), since, cancellation);
        }
        catch (ApiException lost) when (row is not null && IsLost(lost))
        {
            log.LogInformation("Graph no longer knows where the last look at the inbox ended ({Status} {Code}): it is looked through from the start.", lost.ResponseStatusCode, lost.Code());
            return await FollowAsync(null, since, cancellation);
        }
    }

    /// <summary>A link that is too old is answered with 410, or with another 4xx and a code that names the state of the sync.</summary>
    private static bool IsLost(ApiException problem) =>
        problem.ResponseStatusCode == 410
        || problem.ResponseStatusCode is >= 400 and < 500 && problem.Code() is "syncStateNotFound" or "SyncStateNotFound" or "syncStateInvalid" or "SyncStateInvalid" or "resyncRequired";

    private async Task<int> FollowAsync(string? link, DateTimeOffset since, CancellationToken cancellation)
    {
        var found = 0;
        for (var pages = 0; pages < MostPages; pages++)
        {
            var page = await PageAsync(link, cancellation);
            found += await AnnounceAsync(page.Value ?? [], since, cancellation);
            link = page.OdataNextLink ?? page.OdataDeltaLink ?? throw new InvalidOperationException("Graph's page of the inbox leads nowhere.");
            await KeepAsync(link, since, cancellation);
            if (page.OdataNextLink is null)
            {
                return found;
            }
        }

        throw new InvalidOperationException("Graph's pages of the inbox do not end.");
    }

    private async Task<DeltaGetResponse> PageAsync(string? link, CancellationToken cancellation)
    {
        var inbox = graph.Client.Users[options.Value.Address].MailFolders["inbox"].Messages.Delta;
        var page = link is null
            ? await inbox.GetAsDeltaGetResponseAsync(
                r =>
                {
                    r.QueryParameters.ChangeType = "created";
                    r.QueryParameters.Select = ["id", "receivedDateTime"];
                    r.Headers.Add("Prefer", "odata.maxpagesize=50");
                },
                cancellation)
            : await inbox.WithUrl(link).GetAsDeltaGetResponseAsync(r => r.Headers.Add("Prefer", "odata.maxpagesize=50"), cancellation);
        return page!;
    }

    private async Task<int> AnnounceAsync(IEnumerable<Message> messages, DateTimeOffset since, CancellationToken cancellation)
    {
        var found = 0;
        foreach (var message in messages.Where(message => message.Id is not null && !message.AdditionalData.ContainsKey("@removed")))
        {
            var received = message.ReceivedDateTime ?? clock.GetUtcNow();
            if (received >= since)
            {
                await arrivals.AnnounceAsync(MailDoor.Graph, message.Id!, received, cancellation);
                found++;
            }
        }

        return found;
    }

    private Task KeepAsync(string link, DateTimeOffset since, CancellationToken cancellation)
    {
        var row = state.NewRow(Row);
        row["Since"] = since;
        row.SetText("Link", link);
        return state.KeepAsync(row, cancellation);
    }
}
