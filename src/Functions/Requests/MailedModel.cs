namespace TechPlan.Functions.Requests;

/// <summary>What the page says after a link was mailed.</summary>
/// <param name="Address">Where to; what the visitor may not know is left out of it.</param>
/// <param name="WasMailed">False when the address has had today's letters.</param>
public sealed record MailedModel(string Address, LetterReason Reason, bool WasMailed);
