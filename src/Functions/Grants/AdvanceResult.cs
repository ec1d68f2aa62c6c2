namespace TechPlan.Functions.Grants;

/// <summary>What is left to do once everything that was due is decided.</summary>
/// <param name="MailWaits">Something waits to be sent.</param>
/// <param name="WakeAt">The next moment to look again (UTC); null when only a person can move the mini-grant on.</param>
/// <param name="Mark">The version of the OpenWork row that goes with what was seen; a token, not data.</param>
public sealed record AdvanceResult(bool MailWaits, DateTimeOffset? WakeAt, string Mark);
