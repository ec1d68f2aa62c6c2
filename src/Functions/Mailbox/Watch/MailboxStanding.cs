namespace TechPlan.Functions.Mailbox.Watch;

/// <summary>How it stands with the mail that comes in.</summary>
/// <param name="IsRead">Whether there is a mailbox to be read.</param>
/// <param name="IsWatched">Whether Graph tells us of new mail.</param>
/// <param name="IsSwept">Whether the last look at the inbox succeeded.</param>
/// <param name="LongestWait">How long the oldest mail has waited to be handled; null when none waits.</param>
public sealed record MailboxStanding(bool IsRead, bool IsWatched, bool IsSwept, TimeSpan? LongestWait);
