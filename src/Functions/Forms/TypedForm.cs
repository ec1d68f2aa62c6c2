using System.Collections.Immutable;

namespace TechPlan.Functions.Forms;

/// <summary>What somebody typed into the form's fields, as text, whatever it was typed into.</summary>
public sealed record TypedForm(ImmutableArray<TypedField> Fields)
{
    public static readonly TypedForm Empty = new([]);

    /// <summary>Whether its labels are in Spanish, in which the day comes before the month: 3/10 may be either's.</summary>
    public bool IsSpanish { get; init; }

    /// <summary>What was typed into a field; null when nothing was.</summary>
    public string? this[string pointer] => Fields.FirstOrDefault(typed => typed.Pointer == pointer)?.Text;
}

/// <summary>One field with something in it.</summary>
/// <param name="Pointer">Which field, as a JSON Pointer into the request: <c>/session/date</c>, <c>/partnerSchools/0/school</c>. A ticked box is <c>yes</c> or <c>no</c>.</param>
/// <param name="Where">Where it was found, in words for a person; empty for the web form.</param>
/// <param name="Certainty">How sure it is that this text belongs to this field.</param>
public sealed record TypedField(string Pointer, string Text, string Where = "", Certainty Certainty = Certainty.Exact);

/// <summary>How sure a reading is.</summary>
public enum Certainty
{
    /// <summary>It says just this.</summary>
    Exact,

    /// <summary>It can hardly mean anything else: taken, and the sender is told how it was understood.</summary>
    Understood,

    /// <summary>It may mean something else: the sender is asked before anything counts.</summary>
    Unsure,
}
