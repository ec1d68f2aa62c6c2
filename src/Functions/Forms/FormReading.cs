using System.Collections.Immutable;
using TechPlan.Domain.MiniGrants;

namespace TechPlan.Functions.Forms;

/// <summary>A filled-in form as it was understood.</summary>
/// <param name="Typed">As it was typed.</param>
/// <param name="Fields">Every field with something in it: what it was taken for, where it was found and how sure that is.</param>
/// <param name="Problems">Fields that were typed but cannot be understood; they are empty in the draft.</param>
public sealed record FormReading(MiniGrantDraft Draft, TypedForm Typed, ImmutableArray<ReadField> Fields, ImmutableArray<Refusal> Problems)
{
    /// <summary>What the sender has to be asked before the request counts.</summary>
    public IEnumerable<ReadField> Questions => Fields.Where(read => read.Certainty is Certainty.Unsure);
}

/// <summary>A field as it was understood.</summary>
/// <param name="Understood">As it would be shown to a person: <c>Wednesday, October 14, 2026</c>.</param>
/// <param name="Where">Where it was found; empty for the web form.</param>
/// <param name="Remark">A sentence for the sender unless it is exact: how it was understood, or what the question is.</param>
public sealed record ReadField(string Pointer, string Typed, string Understood, string Where, Certainty Certainty, string? Remark);
