using System.Text.RegularExpressions;
using TechPlan.Functions.Forms.Meaning.Values;

namespace TechPlan.Functions.Forms.Meaning;

/// <summary>What people and programs put into a field that is to stay empty.</summary>
internal static partial class Nothing
{
    internal static bool IsTyped(string? text) =>
        !string.IsNullOrWhiteSpace(text) && (text.Length > 60 || !Placeholder().IsMatch(Plain.Of(text)));

    /// <summary>n/a, none, TBD, dashes, the placeholders of Word.</summary>
    [GeneratedRegex(
        @"^[\W_]*(?:n ?/? ?a|none|nil|nothing|t\.?b\.?[da]\.?|to be (?:determined|announced|decided)|unknown|not (?:yet )?known|not applicable|ninguno|ninguna|no aplica" +
        @"|(?:click|tap|click or tap)(?: here)? to enter (?:text|a date)|click(?: or tap)? here to enter (?:text|a date)|choose an item|enter (?:any content|text)(?: here)?|type (?:text )?here|select(?: one)?)?[\W_]*$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Placeholder();
}
