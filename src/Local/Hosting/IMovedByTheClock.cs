namespace TechPlan.Local.Hosting;

/// <summary>Something with timers of its own that the clock plays through, in order, when a person moves time on.</summary>
public interface IMovedByTheClock
{
    /// <summary>When the earliest pending timer is due (UTC), or null when there is none.</summary>
    DateTimeOffset? NextDue { get; }

    /// <summary>Fires every timer that is due at or before <paramref name="now"/>; returns when they have been handed to the workers.</summary>
    Task FireDueAsync(DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Completes when nothing is queued or running any more.</summary>
    Task WhenIdleAsync(CancellationToken cancellation);
}
