namespace TechPlan.Functions.Mailbox.Handling;

/// <summary>Why a mail could not be handled this time.</summary>
/// <param name="Reason">A short code without personal data: it is stored and logged.</param>
/// <param name="At">When it is to be tried again, if that was said.</param>
/// <param name="IsOutage">The mail had no part in it: nothing else would have succeeded either.</param>
internal sealed record Setback(string Reason, DateTimeOffset? At, bool IsOutage);
