using System.Globalization;
using Azure.Data.Tables;
using TechPlan.Domain.MiniGrants;
using TechPlan.Domain.Notices;

namespace TechPlan.Functions.Storage;

/// <summary>
/// The row keys of a mini-grant's partition. They are chosen so that one range, from <see cref="OutboxFrom"/> to
/// <see cref="State"/>, holds the state and everything that waits to be sent, however long the history is.
/// </summary>
public static class MiniGrantRows
{
    /// <summary>What came in, as it came.</summary>
    public const string Body = "body";

    /// <summary>Where the mini-grant stands.</summary>
    public const string State = "state";

    /// <summary>
    /// Which message the conversation about the mini-grant began with; its place between outbox and state lets the one
    /// range read it along.
    /// </summary>
    public const string Conversation = "reply-to";

    /// <summary>The lower end of what waits to be sent.</summary>
    public const string OutboxFrom = "outbox";

    /// <summary>The lower end of the finished mails.</summary>
    public const string MailFrom = "mail";

    /// <summary>
    /// The lower end of what became of mails after they were sent; it lies among the finished mails, so that one range reads both.
    /// </summary>
    public const string DeliveryFrom = MailFrom + "-delivery";

    /// <summary>An event by its number, from 1.</summary>
    public static string Event(int number) => string.Create(CultureInfo.InvariantCulture, $"event|{number:D6}");

    /// <summary>A notice that waits: the event that led to it and its place among that event's notices.</summary>
    public static string Outbox(int eventNumber, int index) => string.Create(CultureInfo.InvariantCulture, $"outbox|{eventNumber:D6}|{index:D2}");

    /// <summary>A mail that waits: a notice's row and a key of one recipient.</summary>
    public static string Outbox(string noticeRow, string recipient) => $"{noticeRow}|{recipient}";

    /// <summary>The row of a finished mail, made from the row that it had while it waited.</summary>
    public static string Mail(string outboxRow) => string.Concat(MailFrom, outboxRow.AsSpan(OutboxFrom.Length));

    /// <summary>What became of the mail that was made from a notice for one recipient.</summary>
    public static string Delivery(string noticeRow, string recipient) => $"{DeliveryFrom}{noticeRow[OutboxFrom.Length..]}|{recipient}";

    /// <summary>The row that a mail had while it waited, whether it still waits or not.</summary>
    public static string OutboxKey(string row) => row.StartsWith(MailFrom, StringComparison.Ordinal) ? string.Concat(OutboxFrom, row.AsSpan(MailFrom.Length)) : row;

    internal static TableEntity NoticeRow(MiniGrantId id, int eventNumber, int index, Notice notice, DateTimeOffset createdAt) => new(id.Value, Outbox(eventNumber, index))
    {
        [OutboxColumns.Kind] = notice.Kind.ToString(),
        [OutboxColumns.Audience] = notice.To.ToString(),
        [OutboxColumns.CreatedAt] = createdAt,
    };

    internal static TableEntity ConversationRow(MiniGrantId id, string message) => new(id.Value, Conversation) { ["MessageId"] = message };

    internal static TableEntity BodyRow(OpenSubmission submission)
    {
        var row = new TableEntity(submission.Id.Value, Body) { ["Source"] = submission.Source, ["ReceivedAt"] = submission.Verdict.At };
        row.SetBytes("Body", submission.Body);
        return row;
    }

    internal static TableEntity EventRow(MiniGrantId id, int number, MiniGrantEvent happened)
    {
        var row = new TableEntity(id.Value, Event(number)) { ["Name"] = StoredJson.NameOf(happened) };
        row.SetText("Json", StoredJson.Write(happened));
        return row;
    }
}
