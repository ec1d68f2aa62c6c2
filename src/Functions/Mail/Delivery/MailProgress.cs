using Azure;
using Azure.Data.Tables;
using TechPlan.Functions.Mail.Carriers;

namespace TechPlan.Functions.Mail.Delivery;

/// <summary>How far a mail has come, whatever it says and whoever keeps it.</summary>
internal abstract record MailProgress
{
    public MailState State { get; init; } = MailState.Waiting;

    public CarrierName Carrier { get; init; }

    /// <summary>The carrier that should have taken it, when another does.</summary>
    public CarrierName? TakenOverFrom { get; init; }

    /// <summary>A short code without personal data: why it was taken over, dropped, or not sent yet.</summary>
    public string? Reason { get; init; }

    /// <summary>Tries so far. Being asked to come again later is none.</summary>
    public int Attempts { get; init; }

    public DateTimeOffset? NextAttemptAt { get; init; }

    /// <summary>When it was sent, dropped or given up.</summary>
    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>The carrier's own id: of the draft, then of the mail.</summary>
    public string? ProviderId { get; init; }

    public ETag ETag { get; init; }

    public bool IsDone => State is MailState.Sent or MailState.Dropped or MailState.Failed;

    /// <summary>The same mail, as far as its row says it has come.</summary>
    protected MailProgress ReadFrom(TableEntity row) => this with
    {
        State = Read<MailState>(row, MailColumns.State) ?? MailState.Waiting,
        Carrier = Read<CarrierName>(row, MailColumns.Carrier) ?? default,
        TakenOverFrom = Read<CarrierName>(row, MailColumns.TakenOverFrom),
        Reason = row.GetString(MailColumns.Reason),
        Attempts = row.GetInt32(MailColumns.Attempts) ?? 0,
        NextAttemptAt = row.GetDateTimeOffset(MailColumns.NextAttemptAt),
        DoneAt = row.GetDateTimeOffset(MailColumns.DoneAt),
        ProviderId = row.GetString(MailColumns.ProviderId),
        ETag = row.ETag,
    };

    /// <summary>Writes it into a new row; what is not known is left out.</summary>
    protected void WriteTo(TableEntity row)
    {
        row[MailColumns.State] = State.ToString();
        row[MailColumns.Attempts] = Attempts;
        Set(row, MailColumns.TakenOverFrom, TakenOverFrom?.ToString());
        Set(row, MailColumns.Reason, Reason);
        Set(row, MailColumns.NextAttemptAt, NextAttemptAt);
        Set(row, MailColumns.DoneAt, DoneAt);
        Set(row, MailColumns.ProviderId, ProviderId);
    }

    protected static void Set(TableEntity row, string name, object? value)
    {
        if (value is not null)
        {
            row[name] = value;
        }
    }

    private static T? Read<T>(TableEntity row, string name)
        where T : struct, Enum => row.GetString(name) is { } text ? Enum.Parse<T>(text) : null;
}
