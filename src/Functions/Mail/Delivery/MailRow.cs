using Azure;
using Azure.Data.Tables;
using TechPlan.Domain;
using TechPlan.Domain.MiniGrants;
using TechPlan.Domain.Notices;
using TechPlan.Functions.Mail.Carriers;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Mail.Delivery;

/// <summary>A notice that waits, or a mail made from it, as the mini-grant's partition keeps it.</summary>
/// <param name="Key">The row key while it waits; a finished mail's is made from it.</param>
/// <param name="To">Null for a notice that nobody has looked at yet.</param>
internal sealed record MailRow(string Key, Notice Notice, DateTimeOffset CreatedAt, Person? To)
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

    /// <summary>Which call it belongs to, when a notice has more recipients than one call takes.</summary>
    public int Batch { get; init; }

    public ETag ETag { get; init; }

    public bool IsDone => State is MailState.Sent or MailState.Dropped or MailState.Failed;

    /// <summary>Ours, for carriers: unique among all mails.</summary>
    public string IdFor(MiniGrantId grant) => $"{grant}.{Key[(MiniGrantRows.OutboxFrom.Length + 1)..].Replace('|', '.')}";

    /// <summary>Ours, for one call: the notice and the batch, with nothing about recipients.</summary>
    public string CallIdFor(MiniGrantId grant) => $"{grant}.{NoticeKey(Key)[(MiniGrantRows.OutboxFrom.Length + 1)..].Replace('|', '.')}.{Batch}";

    /// <summary>The row key of the notice that a mail was made from.</summary>
    public static string NoticeKey(string mailKey) => mailKey[..MiniGrantRows.Outbox(0, 0).Length];

    public static MailRow From(TableEntity row) => From(row, row.RowKey);

    /// <param name="key">The row key that it has or had while it waits.</param>
    public static MailRow From(TableEntity row, string key) => new(
        key,
        new Notice(Enum.Parse<NoticeKind>(row.GetString(OutboxColumns.Kind)), Enum.Parse<Audience>(row.GetString(OutboxColumns.Audience))),
        row.GetDateTimeOffset(OutboxColumns.CreatedAt)!.Value,
        row.GetString(MailColumns.Address) is { } address ? new Person(row.GetString(MailColumns.Name)!, EmailAddress.Parse(address)) : null)
    {
        State = Read<MailState>(row, MailColumns.State) ?? MailState.Waiting,
        Carrier = Read<CarrierName>(row, MailColumns.Carrier) ?? default,
        TakenOverFrom = Read<CarrierName>(row, MailColumns.TakenOverFrom),
        Reason = row.GetString(MailColumns.Reason),
        Attempts = row.GetInt32(MailColumns.Attempts) ?? 0,
        NextAttemptAt = row.GetDateTimeOffset(MailColumns.NextAttemptAt),
        DoneAt = row.GetDateTimeOffset(MailColumns.DoneAt),
        ProviderId = row.GetString(MailColumns.ProviderId),
        Batch = row.GetInt32(MailColumns.Batch) ?? 0,
        ETag = row.ETag,
    };

    /// <summary>Under the key of what waits, or of what is done.</summary>
    public TableEntity ToEntity(MiniGrantId grant)
    {
        var row = new TableEntity(grant.Value, IsDone ? MiniGrantRows.Mail(Key) : Key)
        {
            [OutboxColumns.Kind] = Notice.Kind.ToString(),
            [OutboxColumns.Audience] = Notice.To.ToString(),
            [OutboxColumns.CreatedAt] = CreatedAt,
            [MailColumns.State] = State.ToString(),
            [MailColumns.Attempts] = Attempts,
            [MailColumns.Batch] = Batch,
        };
        Set(row, MailColumns.Name, To?.Name);
        Set(row, MailColumns.Address, To?.Email.Value);
        Set(row, MailColumns.Carrier, To is null ? null : Carrier.ToString());
        Set(row, MailColumns.TakenOverFrom, TakenOverFrom?.ToString());
        Set(row, MailColumns.Reason, Reason);
        Set(row, MailColumns.NextAttemptAt, NextAttemptAt);
        Set(row, MailColumns.DoneAt, DoneAt);
        Set(row, MailColumns.ProviderId, ProviderId);
        return row;
    }

    private static void Set(TableEntity row, string name, object? value)
    {
        if (value is not null)
        {
            row[name] = value;
        }
    }

    private static T? Read<T>(TableEntity row, string name)
        where T : struct, Enum => row.GetString(name) is { } text ? Enum.Parse<T>(text) : null;
}
