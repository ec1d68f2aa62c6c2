namespace TechPlan.Local.Mail.Mime;

/// <summary>One person of a From, To or Cc header; the name is empty when there is none.</summary>
internal sealed record MimeAddress(string Name, string Address);
