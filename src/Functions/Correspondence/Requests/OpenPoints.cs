using System.Collections.Immutable;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Forms;
using TechPlan.Functions.Mail.Rendering;

namespace TechPlan.Functions.Correspondence.Requests;

/// <summary>What the sender of a form is told about it, a sentence for each field.</summary>
internal static class OpenPoints
{
    private const int MostRemarks = 40;

    /// <summary>
    /// What has to be put right: refusals, and questions about what may mean something else. No rule is held against a field
    /// whose meaning nobody knows yet.
    /// </summary>
    internal static ImmutableArray<string> Of(FormReading reading, ImmutableArray<Refusal> refusals) =>
    [
        .. refusals.Where(refusal => !reading.Questions.Any(question => question.Pointer == refusal.Pointer && IsOpen(question))).Select(Sentence),
        .. reading.Questions.Select(Sentence),
    ];

    /// <summary>How fields were understood that did not say it exactly.</summary>
    internal static IEnumerable<string> Understood(FormReading reading) =>
        reading.Fields.Where(field => field is { Certainty: Certainty.Understood, Remark: not null }).Select(Sentence).Take(MostRemarks);

    /// <summary>Nothing was understood but the words as they stand.</summary>
    private static bool IsOpen(ReadField question) => question.Understood == question.Typed.Trim();

    private static string Sentence(Refusal refusal) => PlainWords.Line(FormPointers.IsKnown(refusal.Pointer) ? $"{FormPointers.NameOf(refusal.Pointer)}: {refusal.Detail}" : refusal.Detail);

    private static string Sentence(ReadField field) => PlainWords.Line($"{FormPointers.NameOf(field.Pointer)}: {field.Remark ?? "Is this right?"}");
}
