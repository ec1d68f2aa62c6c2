using TechPlan.Functions.Forms.Meaning;
using TechPlan.Functions.Forms.Reading;

namespace TechPlan.Functions.Forms.Text;

/// <summary>A mail's own text, and what is found in it.</summary>
public sealed record MailText(FormDocument Document, TypedForm Typed)
{
    internal static MailText Of(FormDocument document) => new(document, LabelReader.Find(document));
}
