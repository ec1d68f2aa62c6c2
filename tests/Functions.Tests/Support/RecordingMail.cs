using Azure;
using Azure.Data.Tables;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Grants;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Tests.Support;

/// <summary>Takes what waits out of the outbox and notes it, as if it had been sent; or fails when the test says so.</summary>
internal sealed class RecordingMail(MiniGrantStore store, TechPlanTables tables) : IMailDelivery
{
    private readonly List<string> _sent = [];

    /// <summary>When a delivery is to be tried again; null sends.</summary>
    internal Func<DateTimeOffset?> RetryAt { get; set; } = () => null;

    /// <summary>Each notice as <c>kind to audience</c>.</summary>
    internal IReadOnlyList<string> Sent
    {
        get
        {
            lock (_sent)
            {
                return [.. _sent];
            }
        }
    }

    public async Task<DateTimeOffset?> DeliverAsync(MiniGrantId id, CancellationToken cancellation)
    {
        if (RetryAt() is { } later)
        {
            return later;
        }

        var work = await store.ReadWorkAsync(id, cancellation);
        if (work.Outbox.Count > 0)
        {
            await tables.MiniGrants.SubmitTransactionAsync(
                work.Outbox.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All)), cancellation);
        }

        lock (_sent)
        {
            _sent.AddRange(work.Outbox.Select(row => $"{row.GetString(OutboxColumns.Kind)} to {row.GetString(OutboxColumns.Audience)}"));
        }

        return null;
    }
}
