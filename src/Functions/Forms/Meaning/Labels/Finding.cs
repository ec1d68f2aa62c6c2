namespace TechPlan.Functions.Forms.Meaning.Labels;

/// <summary>A label and what was typed to it; the text is empty when nothing was, for the label still says which part of the form begins.</summary>
/// <param name="Pointer">Set when the field's own name said which field it is.</param>
internal sealed record Finding(FormLabel Label, string Text, string Where, Certainty Certainty, string? Pointer = null);
