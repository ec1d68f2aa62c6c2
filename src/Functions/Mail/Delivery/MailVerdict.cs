using TechPlan.Functions.Mail.Carriers;

namespace TechPlan.Functions.Mail.Delivery;

/// <summary>What becomes of a mail after a carrier's answer.</summary>
internal static class MailVerdict
{
    /// <summary>How long to wait after each failed try; after the last gap has passed in vain, a person is needed.</summary>
    private static readonly TimeSpan[] Gaps =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(4)];

    /// <param name="tried">The mail as it was claimed: this try is counted.</param>
    /// <param name="otherCanTakeOver">Whether the other carrier is configured.</param>
    public static T After<T>(T tried, CarrierAnswer answer, bool otherCanTakeOver, DateTimeOffset now)
        where T : MailProgress => (T)Judge(tried, answer, otherCanTakeOver, now);

    /// <summary>Hands a mail to the other carrier, as a first try of its own.</summary>
    public static T TakenOver<T>(T mail, string reason)
        where T : MailProgress => (T)((MailProgress)mail with
        {
            State = MailState.Waiting,
            Carrier = Other(mail.Carrier),
            TakenOverFrom = mail.Carrier,
            Reason = reason,
            ProviderId = null,
            Attempts = Math.Max(0, mail.Attempts - 1),
        });

    public static CarrierName Other(CarrierName carrier) => carrier is CarrierName.Graph ? CarrierName.SendGrid : CarrierName.Graph;

    private static MailProgress Judge(MailProgress tried, CarrierAnswer answer, bool otherCanTakeOver, DateTimeOffset now) => answer switch
    {
        CarrierAnswer.Sent sent => tried with { State = MailState.Sent, DoneAt = now, NextAttemptAt = null, ProviderId = sent.ProviderId ?? tried.ProviderId },
        CarrierAnswer.Ready ready => tried with { ProviderId = ready.ProviderId },
        CarrierAnswer.Later { At: { } at } later => tried with { State = MailState.Waiting, NextAttemptAt = at, Attempts = tried.Attempts - 1, Reason = later.Reason },
        CarrierAnswer.Later later => Failed(tried, later.Reason, now),
        CarrierAnswer.Refused refused when tried.TakenOverFrom is null && otherCanTakeOver => TakenOver(tried, refused.Reason) with { NextAttemptAt = now },
        CarrierAnswer.Refused refused => Failed(Returned(tried), refused.Reason, now),
        _ => throw new InvalidOperationException($"No verdict for {answer.GetType().Name}."),
    };

    /// <summary>When both refuse, the one that it was meant for is asked again: settings are put right more often than not.</summary>
    private static MailProgress Returned(MailProgress mail) =>
        mail.TakenOverFrom is { } first ? mail with { Carrier = first, TakenOverFrom = null, ProviderId = null } : mail;

    private static MailProgress Failed(MailProgress mail, string reason, DateTimeOffset now) => mail.Attempts > Gaps.Length
        ? mail with { State = MailState.Failed, DoneAt = now, NextAttemptAt = null, Reason = reason }
        : mail with { State = MailState.Waiting, NextAttemptAt = now + Gaps[Math.Max(0, mail.Attempts - 1)], Reason = reason };
}
