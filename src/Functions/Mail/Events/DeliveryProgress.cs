namespace TechPlan.Functions.Mail.Events;

/// <summary>
/// How far a mail is known to have come. SendGrid's events arrive in any order and more than once; whatever their order, the same
/// events lead to the same progress.
/// </summary>
/// <remarks>
/// The more final state wins, whenever it happened: a server may take a mail and return it an hour later, and of a mail that was handed
/// over twice after an unclear answer one copy may arrive and the other bounce. A failure that a person looks at in vain costs less
/// than one that nobody sees. Within a state the latest event counts.
/// </remarks>
/// <param name="At">When it happened, by the carrier's clock.</param>
/// <param name="Reason">A short code without personal data, see <see cref="DeliveryReasons"/>; null when there is nothing to say.</param>
public sealed record DeliveryProgress(DeliveryState State, DateTimeOffset At, string? Reason)
{
    /// <summary>Whether the office has to look after it.</summary>
    public bool IsTrouble => State is DeliveryState.Withheld or DeliveryState.Bounced or DeliveryState.SpamReported;

    /// <summary>What is known once both are.</summary>
    internal static DeliveryProgress Later(DeliveryProgress? known, DeliveryProgress news) => known is null || Compare(known, news) < 0 ? news : known;

    /// <summary>A total order, so that the greatest of several does not depend on which came first.</summary>
    private static int Compare(DeliveryProgress one, DeliveryProgress other) =>
        (one.State, one.At).CompareTo((other.State, other.At)) is not 0 and var order ? order : string.CompareOrdinal(one.Reason, other.Reason);
}
