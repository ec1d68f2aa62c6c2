namespace TechPlan.Functions.Mailbox.Watch;

/// <summary>Keeps new mail coming to our knowledge. Does nothing when no mailbox is set.</summary>
public interface IMailboxUpkeep
{
    /// <summary>Sees to the subscription; a new one begins with a look at the inbox. What fails is noted and tried again at the next round.</summary>
    /// <returns>Whether mail was found.</returns>
    Task<bool> WatchAsync(CancellationToken cancellation);

    /// <summary>Looks for mail that nobody told of, and announces it.</summary>
    /// <returns>Whether mail was found.</returns>
    Task<bool> SweepAsync(CancellationToken cancellation);

    /// <summary>How it stands with the mail that comes in, for whoever watches over the app.</summary>
    Task<MailboxStanding> StandingAsync(CancellationToken cancellation);

    /// <summary>Records what Graph says about the subscription; the mailroom acts on it.</summary>
    /// <param name="lifecycleEvent">Graph's word for it.</param>
    /// <returns>False for a word that is not known: there is nothing to be done about it.</returns>
    Task<bool> NoteAsync(string lifecycleEvent, CancellationToken cancellation);
}
