using System.Text.RegularExpressions;

namespace TechPlan.Functions.Forms.Meaning.Values;

/// <summary>Reads yes or no as people write it.</summary>
internal static partial class AnswerText
{
    internal static ValueReading<bool> Read(string typed)
    {
        var text = Plain.Of(typed);
        var shown = text.Length > 60 ? text[..60] + "…" : text;
        return (Yes().IsMatch(text), No().IsMatch(text)) switch
        {
            (true, true) => ValueReading<bool>.Unsure(false, "It says both yes and no. Which is it?"),
            _ when Whole().Match(text) is { Success: true } whole => ValueReading<bool>.Exact(!whole.Groups["no"].Success),
            (true, false) when Leading().IsMatch(text) => ValueReading<bool>.Understood(true, "We understood yes."),
            (false, true) when Leading().IsMatch(text) => ValueReading<bool>.Understood(false, "We understood no."),
            (true, false) => ValueReading<bool>.Unsure(true, $"It says “{shown}”. Is that a yes?"),
            (false, true) => ValueReading<bool>.Unsure(false, $"It says “{shown}”. Is that a no?"),
            _ => ValueReading<bool>.Unreadable("We could not tell whether it says yes or no. Answer with one of them."),
        };
    }

    /// <summary>Whether it begins with a yes or no.</summary>
    internal static bool Leads(string typed) => LeadingWord().IsMatch(typed);

    /// <summary>What follows a leading yes or no; null when there is nothing.</summary>
    internal static string? Rest(string typed) =>
        LeadingWord().Match(typed) is { Success: true } word && typed[word.Length..].Trim(' ', ',', ';', ':', '.', '-', '–', '—', '\n', '\r', '\t') is { Length: > 2 } rest ? rest : null;

    [GeneratedRegex(@"^[\W_]*(?:(?<yes>yes|y|yep|yeah|x|true|on|checked|si|s|1|✓|✔|☒|☑)|(?<no>no|n|nope|false|off|unchecked|0))[\W_]*$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Whole();

    [GeneratedRegex(@"^\W*(?:yes|yep|yeah|si|no|nope)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Leading();

    [GeneratedRegex(@"^\s*(?:yes|no|sí|si)\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex LeadingWord();

    [GeneratedRegex(@"\b(?:yes|yep|yeah|si|definitely|absolutely)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Yes();

    [GeneratedRegex(@"\b(?:no|not|none|nope)\b", RegexOptions.NonBacktracking)]
    private static partial Regex No();
}
