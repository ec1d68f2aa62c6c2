using System.Buffers;
using System.Text.RegularExpressions;

namespace TechPlan.Functions.Forms.Meaning.Labels;

/// <summary>Finds the labels in a run of text: where what was printed ends and what was typed begins.</summary>
internal sealed partial class LabelScanner
{
    /// <summary>More is no form's line: what lies behind is text without labels.</summary>
    private const int LongestLine = 6000;

    /// <summary>No printed question is longer.</summary>
    private const int LongestLabel = 600;

    /// <summary>No phrase has more words, small ones included.</summary>
    private const int MostWords = 24;

    /// <summary>So far back a gap before a word is looked for.</summary>
    private const int FarthestGap = 12;

    private static readonly SearchValues<char> Stops = SearchValues.Create("?;|\t\n_");

    private readonly string _text;
    private readonly Neighbor _before;
    private readonly Neighbor _after;
    private readonly LabelEnds _ends;
    private readonly List<LabelWord> _words;
    private readonly List<FormItem> _items = [];
    private int _done;
    private Match? _delimiter;

    private LabelScanner(string text, Neighbor before, Neighbor after)
    {
        (_text, _before, _after, _ends) = (text, before, after, new LabelEnds(text, after));
        _words = LabelWord.Of(text.Length > LongestLine ? text[..LongestLine] : text);
    }

    internal static IReadOnlyList<FormItem> Scan(string text, Neighbor before, Neighbor after)
    {
        var scanner = new LabelScanner(text, before, after);
        scanner.Scan();
        return scanner._items;
    }

    private void Scan()
    {
        for (var at = 0; at < _words.Count;)
        {
            if (_words[at].Start >= _done && LabelAt(at) is { } found)
            {
                AddTextBefore(_words[at].Start);
                _items.Add(new FormItem.Label(found.Label, found.Certainty));
                _done = found.End;
                at = _words.FindIndex(at, word => word.Start >= _done) is >= 0 and var next ? next : _words.Count;
            }
            else
            {
                at++;
            }
        }

        AddText(_text.Length);
    }

    private Found? LabelAt(int at)
    {
        var start = StartAt(at);
        return Phrase(at, start) ?? (start is not LabelStart.Inside ? Segment(at, start) : null);
    }

    /// <summary>The longest known phrase from a word on that stands where a label may stand.</summary>
    private Found? Phrase(int at, LabelStart start)
    {
        if (_words[at].Key is null && start is LabelStart.Inside)
        {
            return null;
        }

        Found? best = null;
        var keys = new List<string>();
        for (var last = at; last < Math.Min(_words.Count, at + MostWords) && keys.Count < LabelPhrases.MostWords && (last == at || IsOneStretch(last)); last++)
        {
            if (_words[last].Key is { } key)
            {
                keys.Add(key);
            }

            if (LabelPhrases.Find(string.Join(' ', keys)) is { } label && Accept(label, at, last, keys.Count, start) is { } found && (found.Mark is not LabelMark.Word and not LabelMark.Gap || !HasColon(at, last)))
            {
                best = found;
            }
        }

        return best;
    }

    /// <summary>A label goes on from a word to the next, but not past a mark that would end it.</summary>
    private bool IsOneStretch(int word) =>
        _text.AsSpan(_words[word - 1].End.._words[word].Start) is var between && !between.ContainsAny(Stops) && !between.StartsWith("   ");

    /// <summary>"Where: room" is one label, but "Where: School 012" is a label and its answer.</summary>
    private bool HasColon(int first, int last) => _text.AsSpan(_words[first].Start.._words[last].End).ContainsAny(':', '：');

    private Found? Accept(FormLabel label, int first, int last, int count, LabelStart start)
    {
        var end = _ends.After(_words[last].End, label);
        var accepted = label.IsChoice() ? AcceptChoice(start, end, label) : AcceptLabel(start, end, count, first, label);
        return accepted is { } certainty ? new Found(_ends.IsNumbered(label, _words[last].End) ? FormLabel.PartnerSchool : label, certainty, end.At, end.Mark) : null;
    }

    /// <summary>Yes and no are answers only beside a box; other words beside a box say enough by themselves.</summary>
    private Certainty? AcceptChoice(LabelStart start, LabelEnd end, FormLabel label)
    {
        if (label is FormLabel.AssignInstructor && start is LabelStart.Open && end.Mark is LabelMark.Nothing)
        {
            return Certainty.Exact;
        }

        var besideBox = (start is LabelStart.Open && _before is Neighbor.Box) || (end.Mark is LabelMark.Piece && _after is Neighbor.Box);
        return besideBox || (label is FormLabel.Office && start is LabelStart.Open && end.Mark is not LabelMark.Word) ? Certainty.Exact : null;
    }

    private Certainty? AcceptLabel(LabelStart start, LabelEnd end, int count, int first, FormLabel label) => (start, end.Mark) switch
    {
        (LabelStart.Open or LabelStart.Gap, LabelMark.Colon or LabelMark.Piece or LabelMark.Gap) => Certainty.Exact,
        (LabelStart.Open, LabelMark.Nothing) => Certainty.Exact,
        (LabelStart.Gap, LabelMark.Nothing) when count > 1 => Certainty.Exact,
        (LabelStart.Value or LabelStart.Inside, LabelMark.Colon or LabelMark.Piece) when count > 1 || StandsOff(_words[first].Start) => Certainty.Exact,
        (LabelStart.Value or LabelStart.Inside, LabelMark.Colon) when label is FormLabel.Participants && IsDigit(end.At) => Certainty.Exact,
        (LabelStart.Value, LabelMark.Nothing or LabelMark.Gap) when count > 1 => Certainty.Exact,
        (LabelStart.Open, LabelMark.Word) when BeginsValue(end.At) && (count > 1 || StandsAlone(label, end.At)) => Certainty.Understood,
        (LabelStart.Inside or LabelStart.Gap, LabelMark.Word) when count > 1 && IsDigit(end.At) && label is FormLabel.Participants or FormLabel.Start or FormLabel.End => Certainty.Understood,
        _ => null,
    };

    /// <summary>A single word behind an answer is a label only where the answer has clearly ended.</summary>
    private bool StandsOff(int at)
    {
        var before = _text.AsSpan(_done, at - _done);
        return char.IsUpper(_text[at]) && (before.IsWhiteSpace() || before.EndsWith("  ") || (before.TrimEnd() is [.., var last] && (char.IsAsciiDigit(last) || last is ',' or ';' or '.')));
    }

    /// <summary>A value without a colon before it begins with a capital letter or a number.</summary>
    private bool BeginsValue(int at) => at < _text.Length && (char.IsUpper(_text[at]) || char.IsDigit(_text[at]));

    private bool IsDigit(int at) => at < _text.Length && char.IsAsciiDigit(_text[at]);

    /// <summary>Labels of one word that hardly begin a sentence of any other kind.</summary>
    private bool StandsAlone(FormLabel label, int at) => label switch
    {
        FormLabel.Date or FormLabel.Start or FormLabel.End or FormLabel.Participants => IsDigit(at) || label is FormLabel.Date,
        FormLabel.Location or FormLabel.Facilitator or FormLabel.Instructor => true,
        _ => false,
    };

    /// <summary>A stretch up to a colon, a question mark or the next piece: a label by its keywords, or by being like one.</summary>
    private Found? Segment(int at, LabelStart start)
    {
        var from = _words[at].Start;
        var delimiter = DelimiterFrom(from);
        if (delimiter.Index - from > LongestLabel)
        {
            return null;
        }

        if (start is LabelStart.Value && (delimiter.Length == 0 || _text[delimiter.Index] != '?'))
        {
            // What stands right behind a label is its answer, or the next sentence of a question.
            return null;
        }

        var stretch = _text[from..delimiter.Index];
        var end = _ends.After(delimiter.Index, null);
        var keys = LabelWord.KeysOf(WithoutHints(stretch));
        if (LabelKeywords.Find(LabelWord.KeysOf(stretch)) is { } label && (end.Mark is not LabelMark.Nothing || delimiter.Length > 0 || _before is Neighbor.Box || label is FormLabel.Help or FormLabel.PartnersHeader))
        {
            return new Found(label, Certainty.Exact, end.At);
        }

        return end.Mark is LabelMark.Colon or LabelMark.Piece && start is not LabelStart.Value && LabelPhrases.FindLike(keys) is var (like, certainty) ? new Found(like, certainty, end.At)
            : end.Mark is LabelMark.Nothing && start is LabelStart.Open && keys.Length > 1 && LabelPhrases.FindLike(keys) is (var alone, Certainty.Understood) ? new Found(alone, Certainty.Understood, end.At)
            : null;
    }

    /// <summary>Found once for all the words before it.</summary>
    private Match DelimiterFrom(int at) => _delimiter = _delimiter is { } found && found.Index >= at ? found : Delimiter().Match(_text, at);

    private static string WithoutHints(string text) => Hint().Replace(text, " ");

    private LabelStart StartAt(int at)
    {
        var from = _words[at].Start;
        var before = _text[Math.Max(_done, from - FarthestGap)..from];
        if (from - _done <= FarthestGap && Bullet().IsMatch(before))
        {
            return _done == 0 ? LabelStart.Open : before.Contains('\t', StringComparison.Ordinal) || before.Length > 2 ? LabelStart.Gap : LabelStart.Value;
        }

        return GapBefore().IsMatch(before) && !Abbreviated().IsMatch(before) ? LabelStart.Gap : LabelStart.Inside;
    }

    /// <summary>A number or a bullet before a label belongs to it.</summary>
    private void AddTextBefore(int label)
    {
        if (label - _done > FarthestGap || !Bullet().IsMatch(_text[_done..label]))
        {
            AddText(label);
        }
    }

    private void AddText(int end)
    {
        if (end > _done && _text[_done..end].Trim() is { Length: > 0 } text)
        {
            _items.Add(new FormItem.Text(text));
        }
    }

    private sealed record Found(FormLabel Label, Certainty Certainty, int End, LabelMark Mark = LabelMark.Colon);

    /// <summary>Bullets, numbers and marks that may stand before a label.</summary>
    [GeneratedRegex(@"^[\s\-–—*•·▪◦>""“”'()\[\]_.|]*(?:(?:\d{1,2}|[A-Za-z])[.)]\s*)?[*_""“]*$", RegexOptions.NonBacktracking)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"(?:\t|\s{3,}|[.?!;|)]\s+|\n\s*)[*_(""“]*$", RegexOptions.NonBacktracking)]
    private static partial Regex GapBefore();

    /// <summary>A full stop that does not end a sentence.</summary>
    [GeneratedRegex(@"\b(?:St|Ste|Mt|Ft|Dr|Mr|Mrs|Ms|Jr|Sr|Prof|[A-Z])\.\s$", RegexOptions.NonBacktracking)]
    private static partial Regex Abbreviated();

    /// <summary>Where a stretch that may be a label ends. A colon between digits is a time's. Looks around, but never goes back over what it has seen, so it needs no time limit.</summary>
    [GeneratedRegex(@"[:：](?!\d|//)|[:：](?<=\D[:：])(?!//)|\?|\.(?=\s|$)|\t|\s{3,}|\s(?=(?:[Yy][Ee][Ss]|[Nn][Oo]|[Ss][IiÍí])\W*$)|$", RegexOptions.None, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Delimiter();

    [GeneratedRegex(@"\([^()]{0,200}\)?", RegexOptions.NonBacktracking)]
    private static partial Regex Hint();
}
