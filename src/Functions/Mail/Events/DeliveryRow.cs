using Azure;
using Azure.Data.Tables;
using TechPlan.Domain;
using TechPlan.Functions.Links;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Mail.Events;

/// <summary>
/// What became of one mail, in a row of its own beside the mail's: an event may come before the run that sent the mail has written that
/// down, and must not get in its way.
/// </summary>
/// <param name="Key">The row key.</param>
/// <param name="ETag">Of the version that was read; null while there is no row.</param>
internal sealed record DeliveryRow(string Key, DeliveryProgress Progress, ETag? ETag)
{
    /// <summary>The row of a notice's mail to a person.</summary>
    public static string KeyOf(string notice, EmailAddress to) => MiniGrantRows.Delivery(notice, PersonKey.Of(to));

    public static bool Is(TableEntity row) => row.RowKey.StartsWith(MiniGrantRows.DeliveryFrom, StringComparison.Ordinal);

    public static DeliveryRow From(TableEntity row) => new(
        row.RowKey,
        new DeliveryProgress(Enum.Parse<DeliveryState>(row.GetString("State")), row.GetDateTimeOffset("At")!.Value, row.GetString("Reason")),
        row.ETag);

    /// <summary>The row after events about its mail.</summary>
    public static DeliveryRow After(string key, DeliveryRow? known, IEnumerable<MailEvent> events) =>
        new(key, events.Select(happened => happened.Progress).Aggregate(known?.Progress, DeliveryProgress.Later)!, known?.ETag);

    /// <summary>Whether the office has to learn of it: once for each kind of trouble, and not again when the same is told again.</summary>
    public bool IsNews(DeliveryRow? known) => Progress.IsTrouble && Progress.State != known?.Progress.State;

    /// <summary>Adds the row, or replaces the version that was read.</summary>
    public TableTransactionAction Write(string partition)
    {
        var row = new TableEntity(partition, Key) { ["State"] = Progress.State.ToString(), ["At"] = Progress.At };
        if (Progress.Reason is { } reason)
        {
            row["Reason"] = reason;
        }

        return ETag is { } seen
            ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, seen)
            : new TableTransactionAction(TableTransactionActionType.Add, row);
    }
}
