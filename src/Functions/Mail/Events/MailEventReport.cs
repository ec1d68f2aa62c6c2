namespace TechPlan.Functions.Mail.Events;

/// <summary>What a post held.</summary>
/// <param name="Events">About what became of mails.</param>
/// <param name="Again">Of these, how many had been posted before.</param>
/// <param name="Ignored">Of another kind, or about no mail of ours.</param>
internal sealed record MailEventReport(int Events, int Again, int Ignored, int Malformed);
