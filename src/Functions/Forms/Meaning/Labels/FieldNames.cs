using System.Text.RegularExpressions;

namespace TechPlan.Functions.Forms.Meaning.Labels;

/// <summary>Reads the names that other makers of forms give their fields: <c>txtLeadSchool</c>, <c>Start_Time</c>, <c>SIP_Yes</c>.</summary>
internal static partial class FieldNames
{
    /// <summary>The label that a field's name is; null when the name says nothing known.</summary>
    internal static FormLabel? LabelOf(string? name)
    {
        var words = WordsOf(name);
        return words.Length == 0 ? null : LabelPhrases.Find(string.Join(' ', words)) is { } label && !label.IsChoice() && label is not FormLabel.Help ? label : LabelKeywords.Find(words);
    }

    /// <summary>
    /// The question and the answer that a box's name holds, or its last part when names are nested; of a box that is the whole question the
    /// answer is yes.
    /// </summary>
    internal static (FormLabel Question, FormLabel Answer)? AnswerOf(string? name)
    {
        var words = WordsOf(name);
        return AnswerOf(words) ?? (name?.LastIndexOf('.') is > 0 and var dot ? AnswerOf(WordsOf(name[dot..])) : null);
    }

    private static (FormLabel Question, FormLabel Answer)? AnswerOf(string[] words) => words switch
    {
        [.. var question, "yes"] when Question(question) is { } label => (label, FormLabel.Yes),
        [.. var question, "no"] when Question(question) is { } label => (label, FormLabel.No),
        _ when LabelPhrases.Find(string.Join(' ', words)) is FormLabel.AssignInstructor => (FormLabel.AssignInstructor, FormLabel.Yes),
        _ => null,
    };

    private static FormLabel? Question(string[] words) => LabelPhrases.Find(string.Join(' ', words)) is { } label && label.IsQuestion() ? label : LabelKeywords.Find(words);

    private static string[] WordsOf(string? name) => string.IsNullOrEmpty(name) || name.Length > 200
        ? []
        : LabelWord.KeysOf(Prefix().Replace(Humps().Replace(name.Replace('_', ' ').Replace('.', ' '), "${before} ${next}"), "${next}"));

    [GeneratedRegex("(?<before>[a-z])(?<next>[A-Z])", RegexOptions.NonBacktracking)]
    private static partial Regex Humps();

    [GeneratedRegex("^(?:txt|chk|cb|cbo|ddl|fld|field|text|date|check ?box) (?<next>.)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Prefix();
}
