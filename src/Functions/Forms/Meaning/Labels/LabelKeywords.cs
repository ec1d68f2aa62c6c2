namespace TechPlan.Functions.Forms.Meaning.Labels;

/// <summary>Tells the form's long questions and instructions by what they are about, however they are worded.</summary>
internal static class LabelKeywords
{
    /// <summary>A question has at least so many words that count; shorter ones are phrases.</summary>
    private const int FewestWords = 4;

    private static readonly (FormLabel Label, string[] Words)[] Questions =
    [
        (FormLabel.AssignInstructor, ["learning", "technologie", "assign"]),
        (FormLabel.AssignInstructor, ["assign", "instructor"]),
        (FormLabel.Help, ["instructor", "lead", "facilitator", "assist"]),
        (FormLabel.Help, ["submit", "completed", "form"]),
        (FormLabel.Help, ["submit", "application"]),
        (FormLabel.Help, ["school", "may", "work", "individually"]),
        (FormLabel.Help, ["must", "identified", "consistent", "representative"]),
        (FormLabel.Help, ["posted", "enroll", "minimum"]),
        (FormLabel.Help, ["lead", "itl", "organize", "paperwork"]),
        (FormLabel.Help, ["application", "ongoing"]),
        (FormLabel.Help, ["each", "must", "followup"]),
        (FormLabel.Help, ["public", "fax", "form"]),
        (FormLabel.Help, ["need", "school", "improvement", "plan", "should"]),
        (FormLabel.Discussed, ["discussed", "learning", "team"]),
        (FormLabel.ReflectsPlan, ["school", "improvement", "plan"]),
        (FormLabel.ReflectsPlan, ["reflect", "sip"]),
        (FormLabel.ReflectsPlan, ["need", "sip"]),
        (FormLabel.ReflectsPlan, ["plan", "mejora"]),
        (FormLabel.OtherEvaluation, ["evaluation", "another", "way"]),
        (FormLabel.OtherEvaluation, ["evaluation", "survey"]),
        (FormLabel.OtherEvaluation, ["evaluation", "other"]),
        (FormLabel.OtherEvaluation, ["evaluation", "encuesta"]),
        (FormLabel.Explanation, ["yes", "explain"]),
        (FormLabel.FollowUpPlan, ["how", "you", "know", "practice"]),
        (FormLabel.FollowUpPlan, ["know", "changed", "practice"]),
        (FormLabel.FollowUpPlan, ["followup", "activity", "reinforce"]),
        (FormLabel.FollowUpPlan, ["followup", "activity", "plan"]),
        (FormLabel.FollowUpPlan, ["como", "sabra", "practica"]),
        (FormLabel.FollowUpPlan, ["actividad", "followup"]),
        (FormLabel.PartnersHeader, ["other", "school", "participate"]),
        (FormLabel.PartnersHeader, ["other", "school", "part"]),
        (FormLabel.PartnersHeader, ["other", "school", "plan"]),
    ];

    internal static FormLabel? Find(string[] words)
    {
        if (words.Length < FewestWords)
        {
            return null;
        }

        var asked = words.ToHashSet();
        foreach (var (label, keywords) in Questions)
        {
            if (keywords.All(asked.Contains))
            {
                return label;
            }
        }

        return null;
    }
}
