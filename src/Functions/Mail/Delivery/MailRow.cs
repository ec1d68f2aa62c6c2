using Azure.Data.Tables;
using TechPlan.Domain;
using TechPlan.Domain.MiniGrants;
using TechPlan.Domain.Notices;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Mail.Delivery;

/// <summary>A notice that waits, or a mail made from it, as the mini-grant's partition keeps it.</summary>
/// <param name="Key">The row key while it waits; a finished mail's is made from it.</param>
/// <param name="To">Null for a notice that nobody has looked at yet.</param>
internal sealed record MailRow(string Key, Notice Notice, DateTimeOffset CreatedAt, Person? To) : MailProgress
{
    /// <summary>Which call it belongs to, when a notice has more recipients than one call takes.</summary>
    public int Batch { get; init; }

    /// <summary>Ours, for carriers: unique among all mails.</summary>
    public string IdFor(MiniGrantId grant) => $"{grant}.{Key[(MiniGrantRows.OutboxFrom.Length + 1)..].Replace('|', '.')}";

    /// <summary>Ours, for one call: the notice and the batch, with nothing about recipients.</summary>
    public string CallIdFor(MiniGrantId grant) => $"{grant}.{NoticeKey(Key)[(MiniGrantRows.OutboxFrom.Length + 1)..].Replace('|', '.')}.{Batch}";

    /// <summary>The mini-grant and the notice of a call, as <see cref="CallIdFor"/> named them; null when that is none of its names.</summary>
    public static (MiniGrantId Grant, string NoticeKey)? OfCallId(string? callId) =>
        callId?.Split('.') is [var grant, { Length: 6 } number, { Length: 2 } index, _] && MiniGrantId.TryParse(grant) is { } id
        && (number + index).All(char.IsAsciiDigit)
            ? (id, $"{MiniGrantRows.OutboxFrom}|{number}|{index}")
            : null;

    /// <summary>The row key of the notice that a mail was made from.</summary>
    public static string NoticeKey(string mailKey) => mailKey[..MiniGrantRows.Outbox(0, 0).Length];

    public static MailRow From(TableEntity row) => From(row, row.RowKey);

    /// <param name="key">The row key that it has or had while it waits.</param>
    public static MailRow From(TableEntity row, string key) => (MailRow)new MailRow(
        key,
        new Notice(Enum.Parse<NoticeKind>(row.GetString(OutboxColumns.Kind)), Enum.Parse<Audience>(row.GetString(OutboxColumns.Audience))),
        row.GetDateTimeOffset(OutboxColumns.CreatedAt)!.Value,
        row.GetString(MailColumns.Address) is { } address ? new Person(row.GetString(MailColumns.Name)!, EmailAddress.Parse(address)) : null)
    {
        Batch = row.GetInt32(MailColumns.Batch) ?? 0,
    }.ReadFrom(row);

    /// <summary>Under the key of what waits, or of what is done.</summary>
    public TableEntity ToEntity(MiniGrantId grant)
    {
        var row = new TableEntity(grant.Value, IsDone ? MiniGrantRows.Mail(Key) : Key)
        {
            [OutboxColumns.Kind] = Notice.Kind.ToString(),
            [OutboxColumns.Audience] = Notice.To.ToString(),
            [OutboxColumns.CreatedAt] = CreatedAt,
            [MailColumns.Batch] = Batch,
        };
        WriteTo(row);
        Set(row, MailColumns.Name, To?.Name);
        Set(row, MailColumns.Address, To?.Email.Value);
        Set(row, MailColumns.Carrier, To is null ? null : Carrier.ToString());
        return row;
    }
}
