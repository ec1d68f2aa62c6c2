namespace TechPlan.Domain.MiniGrants;

/// <summary>Why something was not done, in words that say the way out.</summary>
/// <param name="Rule">The rulebook's id, such as <c>MG-02</c>.</param>
/// <param name="Code">For programs: lower case with dashes; stays the same when the sentence is reworded.</param>
/// <param name="Pointer">The field it is about as a JSON Pointer into the request (RFC 6901), such as <c>/session/date</c>; empty for the whole.</param>
/// <param name="Detail">One or two sentences for the person who asked.</param>
public sealed record Refusal(string Rule, string Code, string Pointer, string Detail);
