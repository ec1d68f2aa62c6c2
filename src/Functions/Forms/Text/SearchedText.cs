using TechPlan.Functions.Forms.Meaning;
using TechPlan.Functions.Forms.Reading;

namespace TechPlan.Functions.Forms.Text;

/// <summary>A mail's own text, and what is found in it.</summary>
public sealed record SearchedText(FormDocument Document, TypedForm Typed)
{
    internal static SearchedText Of(FormDocument document) => new(document, LabelReader.Find(document));
}
