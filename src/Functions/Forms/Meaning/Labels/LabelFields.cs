using System.Collections.Frozen;

namespace TechPlan.Functions.Forms.Meaning.Labels;

/// <summary>The labels that mean the same field wherever they stand.</summary>
internal static class LabelFields
{
    private static readonly FrozenDictionary<FormLabel, (string Pointer, FormPart? Part)> Fields = new Dictionary<FormLabel, (string Pointer, FormPart? Part)>
    {
        [FormLabel.LeadSchool] = (FormPointers.LeadSchool, FormPart.LeadSchool),
        [FormLabel.SubmitterName] = (FormPointers.SubmitterName, FormPart.LeadSchool),
        [FormLabel.SubmitterEmail] = (FormPointers.SubmitterEmail, null),
        [FormLabel.Email] = (FormPointers.SubmitterEmail, null),
        [FormLabel.Discussed] = (FormPointers.Discussed, null),
        [FormLabel.Title] = (FormPointers.Title, FormPart.Session),
        [FormLabel.SessionDate] = (FormPointers.SessionDate, FormPart.Session),
        [FormLabel.SessionDateAndTime] = (FormPointers.SessionDate, FormPart.Session),
        [FormLabel.SessionTime] = (FormPointers.SessionStart, FormPart.Session),
        [FormLabel.SessionType] = (FormPointers.SessionType, null),
        [FormLabel.LocationSchool] = (FormPointers.LocationSchool, FormPart.Location),
        [FormLabel.Instructor] = (FormPointers.Instructor, FormPart.People),
        [FormLabel.AssignInstructor] = (FormPointers.AssignInstructor, FormPart.People),
        [FormLabel.Facilitator] = (FormPointers.Facilitator, FormPart.People),
        [FormLabel.ReflectsPlan] = (FormPointers.ReflectsPlan, FormPart.People),
        [FormLabel.OtherEvaluation] = (FormPointers.OtherEvaluation, FormPart.Evaluation),
        [FormLabel.Explanation] = (FormPointers.Explanation, null),
        [FormLabel.FollowUpPlan] = (FormPointers.FollowUpPlan, FormPart.FollowUp),
        [FormLabel.FollowUpLocation] = (FormPointers.FollowUpLocation, FormPart.FollowUp),
        [FormLabel.FollowUpDate] = (FormPointers.FollowUpDate, FormPart.FollowUp),
        [FormLabel.FollowUpDateAndTime] = (FormPointers.FollowUpDate, FormPart.FollowUp),
        [FormLabel.FollowUpTime] = (FormPointers.FollowUpStart, FormPart.FollowUp),
    }.ToFrozenDictionary();

    /// <summary>The field, and the part of the form that begins with it if one does; null for a label whose field depends on where it stands.</summary>
    internal static (string Pointer, FormPart? Part)? Find(FormLabel label) => Fields.TryGetValue(label, out var found) ? found : null;
}
