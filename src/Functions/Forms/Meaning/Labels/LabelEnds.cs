using System.Buffers;
using System.Text.RegularExpressions;

namespace TechPlan.Functions.Forms.Meaning.Labels;

/// <summary>Tells what follows a label in a run of text, and where its answer begins.</summary>
/// <param name="after">What stands behind the run.</param>
internal sealed partial class LabelEnds(string text, Neighbor after)
{
    /// <summary>So far behind a label a remark about it or a line's number is looked for.</summary>
    private const int LongestHint = 250;

    private const string Decoration = "*\"”’.)]";
    private static readonly SearchValues<char> Separators = SearchValues.Create(" \t\n\u00A0:：?=*_.…-–—");

    /// <summary>"Other school 1" asks for one school, "other schools" for all.</summary>
    internal bool IsNumbered(FormLabel label, int at) => label is FormLabel.PartnersHeader && LineNumberAt(at, label) > 0;

    private int LineNumberAt(int at, FormLabel? label) => label switch
    {
        FormLabel.PartnersHeader or FormLabel.PartnerSchool => LineNumberAt(at),
        FormLabel.School or FormLabel.Participants => LineNumberAt(at) is var length && at + length < text.Length ? length : 0,
        _ => 0,
    };

    /// <summary>The length of a line's number that nothing stands behind but a colon.</summary>
    private int LineNumberAt(int at) =>
        LengthAt(LineNumber(), at) is var length && text.AsSpan(at + length).TrimStart() is [] or [':' or '：', ..] ? length : 0;

    private int LengthAt(Regex pattern, int at)
    {
        foreach (var match in pattern.EnumerateMatches(text.AsSpan(at, Math.Min(LongestHint, text.Length - at))))
        {
            return match.Length;
        }

        return 0;
    }

    /// <summary>What follows a label, and where the answer begins.</summary>
    internal LabelEnd After(int at, FormLabel? label)
    {
        at += LineNumberAt(at, label);
        if (label is FormLabel.Explanation && at < text.Length && text[at] == '.')
        {
            return new LabelEnd(LabelMark.Colon, AfterSeparators(at));
        }

        if (LengthAt(HintBehind(), at) is > 0 and var hint && MarkAt(at + hint) is { Mark: not LabelMark.Word } behind)
        {
            return behind;
        }

        return MarkAt(at);
    }

    private LabelEnd MarkAt(int at)
    {
        var next = at;
        while (next < text.Length && (char.IsWhiteSpace(text[next]) || Decoration.Contains(text[next], StringComparison.Ordinal)) && !IsLeader(next))
        {
            next++;
        }

        if (next == text.Length)
        {
            return new LabelEnd(after is Neighbor.None ? LabelMark.Nothing : LabelMark.Piece, next);
        }

        if (IsColon(next) || IsLeader(next) || IsDash(next, at))
        {
            return new LabelEnd(LabelMark.Colon, AfterSeparators(next));
        }

        return new LabelEnd(IsWide(text.AsSpan(at..next)) ? LabelMark.Gap : LabelMark.Word, next);
    }

    private int AfterSeparators(int at) => text.AsSpan(at).IndexOfAnyExcept(Separators) is >= 0 and var length ? at + length : text.Length;

    private bool IsColon(int at) => text[at] is '：' or '?' or '=' || (text[at] == ':' && !text.AsSpan(at).StartsWith("://", StringComparison.Ordinal));

    /// <summary>Dots or a line that lead from a label to its answer.</summary>
    private bool IsLeader(int at) => text[at] == '…' || text.AsSpan(at).StartsWith("...", StringComparison.Ordinal) || text.AsSpan(at).StartsWith("__", StringComparison.Ordinal);

    private bool IsDash(int at, int labelEnd) =>
        text[at] is '-' or '–' or '—' && (at > labelEnd || text[at] == '—') && at + 1 < text.Length && (char.IsWhiteSpace(text[at + 1]) || text[at] == '—');

    private static bool IsWide(ReadOnlySpan<char> gap) => gap.Contains('\t') || (gap.Length >= 3 && gap.IsWhiteSpace());

    [GeneratedRegex(@"^\s*[*]?\s*(?:\([^()]{0,200}\)|,\s*if\b[^:：?\n]{0,40})", RegexOptions.NonBacktracking)]
    private static partial Regex HintBehind();

    [GeneratedRegex(@"^\s*#?\s*[1-9]", RegexOptions.NonBacktracking)]
    private static partial Regex LineNumber();
}

/// <summary>What ends a label.</summary>
/// <param name="At">Where its answer begins.</param>
internal sealed record LabelEnd(LabelMark Mark, int At);

/// <summary>What stands behind a label.</summary>
internal enum LabelMark
{
    /// <summary>The run of text ends, and so does its line.</summary>
    Nothing,

    /// <summary>A colon, or what is used like one: a question mark, a dash, dots that lead on.</summary>
    Colon,

    /// <summary>A tabulator, or blanks as wide as one.</summary>
    Gap,

    /// <summary>The run of text ends at a blank or a box.</summary>
    Piece,

    /// <summary>The next word, with nothing to set it off.</summary>
    Word,
}
