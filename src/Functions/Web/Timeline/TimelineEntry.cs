namespace TechPlan.Functions.Web.Timeline;

/// <summary>One line of a mini-grant's history, for anybody: when, who and what in a sentence, and why in the person's own words.</summary>
/// <param name="Why">The note or reason that was typed; null when there was none.</param>
public sealed record TimelineEntry(DateTimeOffset At, string Sentence, string? Why = null);
