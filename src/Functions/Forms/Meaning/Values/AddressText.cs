using System.Text.RegularExpressions;
using TechPlan.Domain;

namespace TechPlan.Functions.Forms.Meaning.Values;

/// <summary>Finds mail addresses in what somebody typed: alone, in angle brackets behind a name, in a link.</summary>
internal static partial class AddressText
{
    internal static IReadOnlyList<EmailAddress> Find(string typed) => typed.Length > Plain.LongestValue
        ? []
        : [.. Written().Matches(typed).Select(match => EmailAddress.TryParse(match.Value.TrimEnd('.', '-'))).OfType<EmailAddress>().Distinct()];

    /// <summary>What is left of the text without its addresses, such as the name before them; empty when nothing is.</summary>
    internal static string Without(string typed) =>
        Marks().Replace(Written().Replace(typed, " "), " ").Trim(' ', ',', ';', ':', '-', '–', '—', '/', '\n', '\t', '"');

    [GeneratedRegex(@"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,189}", RegexOptions.NonBacktracking)]
    private static partial Regex Written();

    [GeneratedRegex(@"[<>()\[\]]|mailto:|\be-?mail:?", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Marks();
}
