using TechPlan.Functions.Mailbox.Ledger;

namespace TechPlan.Functions.Mailbox.Handling;

/// <summary>When a mail is tried again, and when no more.</summary>
internal static class ArrivalPatience
{
    /// <summary>Longer than handling a mail takes; a process that dies leaves its mail for the next to find after this.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>After each failed try; after the last gap has passed in vain, a person is needed.</summary>
    private static readonly TimeSpan[] Gaps =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(4)];

    /// <summary>While nothing can be read.</summary>
    private static readonly TimeSpan OutageGap = TimeSpan.FromMinutes(2);

    /// <summary>What is called an outage for longer than this is most likely none.</summary>
    private static readonly TimeSpan LongestOutage = TimeSpan.FromDays(3);

    /// <summary>The arrival as it stands while it is handled; the try counts, so that a mail which kills the process is not tried for ever.</summary>
    public static Arrival Taken(Arrival arrival, DateTimeOffset now) => arrival with { Attempts = arrival.Attempts + 1, NextAttemptAt = now + Lease };

    /// <summary>Whether it has been tried often enough, its last try having ended in no answer at all.</summary>
    public static bool IsSpent(Arrival waiting) => waiting.Attempts > Gaps.Length;

    /// <summary>When to try again after a setback; null when a person has to look after it.</summary>
    /// <param name="tried">As it was taken.</param>
    public static Arrival? After(Arrival tried, Setback setback, DateTimeOffset now) =>
        setback.IsOutage && now - tried.ReceivedAt < LongestOutage
            ? tried with { Attempts = tried.Attempts - 1, NextAttemptAt = setback.At ?? now + OutageGap, Reason = setback.Reason }
        : tried.Attempts > Gaps.Length ? null
        : tried with { NextAttemptAt = now + Gaps[tried.Attempts - 1], Reason = setback.Reason };
}
