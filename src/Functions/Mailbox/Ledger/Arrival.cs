using Azure;
using Azure.Data.Tables;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Mailbox.Ledger;

/// <summary>A mail that came in and waits to be handled.</summary>
/// <param name="Key">What its door finds it by.</param>
internal sealed record Arrival(MailDoor Door, string Key, DateTimeOffset ReceivedAt)
{
    /// <summary>Tries so far, the one under way among them. A try that could not have succeeded is none.</summary>
    public int Attempts { get; init; }

    /// <summary>Null: now. While it is being handled, when it may be taken for left behind.</summary>
    public DateTimeOffset? NextAttemptAt { get; init; }

    /// <summary>A short code: why the last try failed.</summary>
    public string? Reason { get; init; }

    public ETag ETag { get; init; }

    /// <summary>The same for the same mail behind the same door, and fit for a row key.</summary>
    public string Name => $"{Door}|{TableKey.Of(Key)}";

    public bool IsDue(DateTimeOffset now) => NextAttemptAt is null || NextAttemptAt <= now;

    public static Arrival From(TableEntity row) => new(Enum.Parse<MailDoor>(row.GetString("Door")!), row.GetString("Key")!, row.GetDateTimeOffset("ReceivedAt")!.Value)
    {
        Attempts = row.GetInt32("Attempts") ?? 0,
        NextAttemptAt = row.GetDateTimeOffset("NextAttemptAt"),
        Reason = row.GetString("Reason"),
        ETag = row.ETag,
    };

    public TableEntity ToWaiting()
    {
        var row = new TableEntity(ArrivalRows.Partition, ArrivalRows.WaitingFrom + Name)
        {
            ["Door"] = Door.ToString(),
            ["Key"] = Key,
            ["ReceivedAt"] = ReceivedAt,
            ["Attempts"] = Attempts,
        };
        if (NextAttemptAt is { } at)
        {
            row["NextAttemptAt"] = at;
        }

        if (Reason is not null)
        {
            row["Reason"] = Reason;
        }

        return row;
    }
}
