namespace TechPlan.Functions.Forms.Meaning.Labels;

/// <summary>The part of the form that a label stands in; it decides what a date or a location is.</summary>
internal enum FormPart
{
    Head,
    LeadSchool,
    Session,
    Location,
    Partners,
    People,
    Evaluation,
    FollowUp,
}
