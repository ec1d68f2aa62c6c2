using TechPlan.Domain.MiniGrants;
using TechPlan.Domain.Notices;
using TechPlan.Functions.Mail.Events;
using TechPlan.Functions.Mail.Letters;
using TechPlan.Functions.Mail.Rendering;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Mail.Delivery;

/// <summary>The office's task when a mail could not be delivered.</summary>
internal static class UndeliverableMail
{
    private const string Kind = "mail-undeliverable";
    private const string SpamKind = "mail-reported-as-spam";

    /// <summary>One task for a notice, however many of its recipients could not be reached.</summary>
    public static OfficeTask TaskOf(MiniGrantId grant, MailRow row) =>
        new(grant, Kind, $"{row.Notice.Kind}.{row.Notice.To}.{MailRow.NoticeKey(row.Key)}", row.DoneAt!.Value);

    /// <summary>One task for a letter.</summary>
    public static OfficeTask TaskOf(LetterRow letter) => new(letter.About, Kind, $"letter.{letter.Hash}", letter.DoneAt!.Value);

    /// <summary>The same for a mail that a carrier took and that came to grief afterwards.</summary>
    public static OfficeTask TaskOf(MiniGrantId grant, MailRow row, DeliveryProgress progress) => new(
        grant, KindOf(progress), $"{row.Notice.Kind}.{row.Notice.To}.{MailRow.NoticeKey(row.Key)}", progress.At);

    /// <summary>The same for a letter.</summary>
    public static OfficeTask TaskOf(MiniGrantId? about, string letter, DeliveryProgress progress) => new(about, KindOf(progress), $"letter.{letter}", progress.At);

    /// <summary>A task as the office reads it.</summary>
    public static string Sentence(OfficeTask task, MailDates dates) => $"{task.Id?.Value ?? "No mini-grant"}: " + task.Kind switch
    {
        Kind => $"a mail {To(task.About)}could not be delivered ({dates.Moment(task.Since)}). Please pass it on in another way.",
        SpamKind => $"a mail {To(task.About)}was reported as spam ({dates.Moment(task.Since)}). No further mail reaches that address; please ask the person.",
        _ => $"{task.Kind.Replace('-', ' ')} ({dates.Moment(task.Since)}).",
    };

    private static string KindOf(DeliveryProgress progress) => progress.State is DeliveryState.SpamReported ? SpamKind : Kind;

    private static string To(string reference) => (Enum.TryParse<Audience>(reference.Split('.').ElementAtOrDefault(1), out var audience) ? audience : (Audience?)null) switch
    {
        Audience.LeadItl => "to the lead ITL ",
        Audience.Specialist => "to the specialist ",
        Audience.Office => "to the office ",
        Audience.Facilitator => "to the facilitator ",
        Audience.RegisteredPeople => "to registered people ",
        null => "",
    };
}
