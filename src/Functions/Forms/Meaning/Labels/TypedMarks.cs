using System.Text.RegularExpressions;
using TechPlan.Functions.Forms.Reading;

namespace TechPlan.Functions.Forms.Meaning.Labels;

/// <summary>Boxes that were typed: [x], ( ), ☑, and an x on a line of underscores beside yes or no.</summary>
internal static partial class TypedMarks
{
    /// <summary>Longer lines to write on say no more than this one.</summary>
    private static readonly string LongestRule = new('_', 40);

    internal static IEnumerable<FormPiece> AsBoxes(IEnumerable<FormPiece> pieces)
    {
        var merged = Merge(pieces);
        for (var at = 0; at < merged.Count; at++)
        {
            if (merged[at] is FormPiece.Blank blank && IsMark(blank.Value) && FieldTags.PointerOf(blank.Name ?? "") is null && IsBesideAnswer(merged, at))
            {
                yield return new FormPiece.Box(blank.Name, blank.Value.Trim().Length > 0);
            }
            else if (merged[at] is FormPiece.Text text)
            {
                foreach (var part in Split(text.Value))
                {
                    yield return part;
                }
            }
            else
            {
                yield return merged[at];
            }
        }
    }

    /// <summary>Word cuts a sentence where its spelling was checked; labels are found in whole ones.</summary>
    private static List<FormPiece> Merge(IEnumerable<FormPiece> pieces)
    {
        var merged = new List<FormPiece>();
        var text = new System.Text.StringBuilder();
        foreach (var piece in pieces)
        {
            if (piece is FormPiece.Text more)
            {
                text.Append(more.Value);
                continue;
            }

            Flush(merged, text);
            merged.Add(piece);
        }

        Flush(merged, text);
        return merged;
    }

    private static void Flush(List<FormPiece> merged, System.Text.StringBuilder text)
    {
        if (text.Length > 0)
        {
            merged.Add(new FormPiece.Text(text.ToString()));
            text.Clear();
        }
    }

    private static bool IsMark(string value) => value.Trim() is "" or "x" or "X" or "✓" or "✔";

    private static bool IsBesideAnswer(List<FormPiece> pieces, int at) =>
        (at > 0 && pieces[at - 1] is FormPiece.Text before && EndsWithAnswer().IsMatch(before.Value))
        || (at + 1 < pieces.Count && pieces[at + 1] is FormPiece.Text after && BeginsWithAnswer().IsMatch(after.Value));

    private static IEnumerable<FormPiece> Split(string typed)
    {
        var text = LongRule().Replace(typed, LongestRule);
        var done = 0;
        foreach (Match match in Marks().Matches(text))
        {
            if (match.Index > done)
            {
                yield return new FormPiece.Text(text[done..match.Index]);
            }

            yield return new FormPiece.Box(null, match.Groups["ticked"].Success);
            done = match.Index + match.Length;
        }

        if (done < text.Length)
        {
            yield return new FormPiece.Text(text[done..]);
        }
    }

    [GeneratedRegex("_{41,}", RegexOptions.NonBacktracking)]
    private static partial Regex LongRule();

    /// <summary>Looks around, and so goes back over underscores: few enough of them stand together for that, and it needs no time limit.</summary>
    [GeneratedRegex(
        @"(?<ticked>\[\s{0,3}[xX✓✔]\s{0,3}\]|\(\s{0,3}[xX✓✔]\s{0,3}\)|[☑☒■✓✔✗✘✅⊠]|_+[xX✓✔]_+|(?<=\b(?:[Yy][Ee][Ss]|[Nn][Oo])\b[ :]{0,3})_+ ?[xX✓✔](?=[_\s]|$)|(?<=\b(?:[Yy][Ee][Ss]|[Nn][Oo])\b[ :]{1,3})[xX](?=\s|$))" +
        @"|\[[\s_]{0,4}\]|\(\s{1,4}\)|[☐□◻❏❑❒]|(?<=\b(?:[Yy][Ee][Ss]|[Nn][Oo])\b[ :]{0,3})_{2,}|_{2,}(?= ?\b(?:[Yy][Ee][Ss]|[Nn][Oo])\b)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Marks();

    [GeneratedRegex(@"\b(?:yes|no|s[ií])\W*$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex EndsWithAnswer();

    [GeneratedRegex(@"^\W*(?:yes|no|s[ií])\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex BeginsWithAnswer();
}
