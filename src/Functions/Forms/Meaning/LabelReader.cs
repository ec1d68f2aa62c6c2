using TechPlan.Functions.Forms.Meaning.Labels;
using TechPlan.Functions.Forms.Reading;

namespace TechPlan.Functions.Forms.Meaning;

/// <summary>Finds which field of the form each typed text belongs to, whoever made the form and however its labels are worded.</summary>
public static class LabelReader
{
    /// <returns>What was typed, each field once, combined ones taken apart; what belongs to no field of the form is left out.</returns>
    public static TypedForm Find(FormDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var typed = FieldResolver.Resolve(AnswerCollector.Collect(DocumentScanner.Scan(OwnForm.WithoutHints(document))));
        return CombinedFields.TakeApart(typed) with { IsSpanish = SpanishLabels.Has(document) };
    }
}
