using System.Buffers;
using System.Text.RegularExpressions;

namespace TechPlan.Functions.Forms.Meaning.Labels;

/// <summary>What stands beside a run of text in its line.</summary>
internal enum Neighbor
{
    /// <summary>The line's start or end.</summary>
    None,
    Blank,
    Box,
}

/// <summary>Finds the labels in a run of text: where what was printed ends and what was typed begins.</summary>
internal sealed partial class LabelScanner
{
    /// <summary>More is no form's line: what lies behind is text without labels.</summary>
    private const int LongestLine = 6000;

    /// <summary>No printed question is longer.</summary>
    private const int LongestLabel = 600;

    /// <summary>No phrase has more words, small ones included.</summary>
    private const int MostWords = 24;

    /// <summary>So far behind a label a remark about it or a line's number is looked for.</summary>
    private const int LongestHint = 250;

    /// <summary>So far back a gap before a word is looked for.</summary>
    private const int FarthestGap = 12;

    private const string Decoration = "*\"”’.)]";
    private static readonly SearchValues<char> Separators = SearchValues.Create(" \t\n\u00A0:：?=*_.…-–—");

    private static readonly SearchValues<char> Stops = SearchValues.Create("?;|\t\n_");

    private readonly string _text;
    private readonly Neighbor _before;
    private readonly Neighbor _after;
    private readonly List<LabelWord> _words;
    private readonly List<FormItem> _items = [];
    private int _done;
    private Match? _delimiter;

    private LabelScanner(string text, Neighbor before, Neighbor after)
    {
        (_text, _before, _after) = (text, before, after);
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
        return Phrase(at, start) ?? (start is not Start.Inside ? Segment(at, start) : null);
    }

    /// <summary>The longest known phrase from a word on that stands where a label may stand.</summary>
    private Found? Phrase(int at, Start start)
    {
        if (_words[at].Key is null && start is Start.Inside)
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

            if (LabelPhrases.Find(string.Join(' ', keys)) is { } label && Accept(label, at, last, keys.Count, start) is { } found && (found.Mark is not Mark.Word and not Mark.Gap || !HasColon(at, last)))
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

    /// <summary>"Other school 1" asks for one school, "other schools" for all.</summary>
    private bool IsNumbered(FormLabel label, int at) => label is FormLabel.PartnersHeader && LineNumberAt(at, label) > 0;

    private int LineNumberAt(int at, FormLabel? label) => label switch
    {
        FormLabel.PartnersHeader or FormLabel.PartnerSchool => LineNumberAt(at),
        FormLabel.School or FormLabel.Participants => LineNumberAt(at) is var length && at + length < _text.Length ? length : 0,
        _ => 0,
    };

    /// <summary>The length of a line's number that nothing stands behind but a colon.</summary>
    private int LineNumberAt(int at) =>
        LengthAt(LineNumber(), at) is var length && _text.AsSpan(at + length).TrimStart() is [] or [':' or '：', ..] ? length : 0;

    private int LengthAt(Regex pattern, int at)
    {
        foreach (var match in pattern.EnumerateMatches(_text.AsSpan(at, Math.Min(LongestHint, _text.Length - at))))
        {
            return match.Length;
        }

        return 0;
    }

    private Found? Accept(FormLabel label, int first, int last, int count, Start start)
    {
        var end = EndAfter(_words[last].End, label);
        var accepted = label.IsChoice() ? AcceptChoice(start, end, label) : AcceptLabel(start, end, count, first, label);
        return accepted is { } certainty ? new Found(IsNumbered(label, _words[last].End) ? FormLabel.PartnerSchool : label, certainty, end.At, end.Mark) : null;
    }

    /// <summary>Yes and no are answers only beside a box; other words beside a box say enough by themselves.</summary>
    private Certainty? AcceptChoice(Start start, End end, FormLabel label)
    {
        if (label is FormLabel.AssignInstructor && start is Start.Open && end.Mark is Mark.Nothing)
        {
            return Certainty.Exact;
        }

        var besideBox = (start is Start.Open && _before is Neighbor.Box) || (end.Mark is Mark.Piece && _after is Neighbor.Box);
        return besideBox || (label is FormLabel.Office && start is Start.Open && end.Mark is not Mark.Word) ? Certainty.Exact : null;
    }

    private Certainty? AcceptLabel(Start start, End end, int count, int first, FormLabel label) => (start, end.Mark) switch
    {
        (Start.Open or Start.Gap, Mark.Colon or Mark.Piece or Mark.Gap) => Certainty.Exact,
        (Start.Open, Mark.Nothing) => Certainty.Exact,
        (Start.Gap, Mark.Nothing) when count > 1 => Certainty.Exact,
        (Start.Value or Start.Inside, Mark.Colon or Mark.Piece) when count > 1 || StandsOff(_words[first].Start) => Certainty.Exact,
        (Start.Value or Start.Inside, Mark.Colon) when label is FormLabel.Participants && IsDigit(end.At) => Certainty.Exact,
        (Start.Value, Mark.Nothing or Mark.Gap) when count > 1 => Certainty.Exact,
        (Start.Open, Mark.Word) when BeginsValue(end.At) && (count > 1 || StandsAlone(label, end.At)) => Certainty.Understood,
        (Start.Inside or Start.Gap, Mark.Word) when count > 1 && IsDigit(end.At) && label is FormLabel.Participants or FormLabel.Start or FormLabel.End => Certainty.Understood,
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
    private Found? Segment(int at, Start start)
    {
        var from = _words[at].Start;
        var delimiter = DelimiterFrom(from);
        if (delimiter.Index - from > LongestLabel)
        {
            return null;
        }

        if (start is Start.Value && (delimiter.Length == 0 || _text[delimiter.Index] != '?'))
        {
            // What stands right behind a label is its answer, or the next sentence of a question.
            return null;
        }

        var stretch = _text[from..delimiter.Index];
        var end = EndAfter(delimiter.Index, null);
        var keys = LabelWord.KeysOf(WithoutHints(stretch));
        if (LabelKeywords.Find(LabelWord.KeysOf(stretch)) is { } label && (end.Mark is not Mark.Nothing || delimiter.Length > 0 || _before is Neighbor.Box || label is FormLabel.Help or FormLabel.PartnersHeader))
        {
            return new Found(label, Certainty.Exact, end.At);
        }

        return end.Mark is Mark.Colon or Mark.Piece && start is not Start.Value && LabelPhrases.FindLike(keys) is var (like, certainty) ? new Found(like, certainty, end.At)
            : end.Mark is Mark.Nothing && start is Start.Open && keys.Length > 1 && LabelPhrases.FindLike(keys) is (var alone, Certainty.Understood) ? new Found(alone, Certainty.Understood, end.At)
            : null;
    }

    /// <summary>Found once for all the words before it.</summary>
    private Match DelimiterFrom(int at) => _delimiter = _delimiter is { } found && found.Index >= at ? found : Delimiter().Match(_text, at);

    private static string WithoutHints(string text) => Hint().Replace(text, " ");

    private Start StartAt(int at)
    {
        var from = _words[at].Start;
        var before = _text[Math.Max(_done, from - FarthestGap)..from];
        if (from - _done <= FarthestGap && Bullet().IsMatch(before))
        {
            return _done == 0 ? Start.Open : before.Contains('\t', StringComparison.Ordinal) || before.Length > 2 ? Start.Gap : Start.Value;
        }

        return GapBefore().IsMatch(before) && !Abbreviated().IsMatch(before) ? Start.Gap : Start.Inside;
    }

    /// <summary>What follows a label, and where the answer begins.</summary>
    private End EndAfter(int at, FormLabel? label)
    {
        at += LineNumberAt(at, label);
        if (label is FormLabel.Explanation && at < _text.Length && _text[at] == '.')
        {
            return new End(Mark.Colon, AfterSeparators(at));
        }

        if (LengthAt(HintBehind(), at) is > 0 and var hint && MarkAt(at + hint) is { Mark: not Mark.Word } behind)
        {
            return behind;
        }

        return MarkAt(at);
    }

    private End MarkAt(int at)
    {
        var next = at;
        while (next < _text.Length && (char.IsWhiteSpace(_text[next]) || Decoration.Contains(_text[next], StringComparison.Ordinal)) && !IsLeader(next))
        {
            next++;
        }

        if (next == _text.Length)
        {
            return new End(_after is Neighbor.None ? Mark.Nothing : Mark.Piece, next);
        }

        if (IsColon(next) || IsLeader(next) || IsDash(next, at))
        {
            return new End(Mark.Colon, AfterSeparators(next));
        }

        return new End(IsWide(_text.AsSpan(at..next)) ? Mark.Gap : Mark.Word, next);
    }

    private int AfterSeparators(int at) => _text.AsSpan(at).IndexOfAnyExcept(Separators) is >= 0 and var length ? at + length : _text.Length;

    private bool IsColon(int at) => _text[at] is '：' or '?' or '=' || (_text[at] == ':' && !_text.AsSpan(at).StartsWith("://", StringComparison.Ordinal));

    /// <summary>Dots or a line that lead from a label to its answer.</summary>
    private bool IsLeader(int at) => _text[at] == '…' || _text.AsSpan(at).StartsWith("...", StringComparison.Ordinal) || _text.AsSpan(at).StartsWith("__", StringComparison.Ordinal);

    private bool IsDash(int at, int labelEnd) =>
        _text[at] is '-' or '–' or '—' && (at > labelEnd || _text[at] == '—') && at + 1 < _text.Length && (char.IsWhiteSpace(_text[at + 1]) || _text[at] == '—');

    private static bool IsWide(ReadOnlySpan<char> gap) => gap.Contains('\t') || (gap.Length >= 3 && gap.IsWhiteSpace());

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

    private sealed record Found(FormLabel Label, Certainty Certainty, int End, Mark Mark = Mark.Colon);

    private sealed record End(Mark Mark, int At);

    private enum Start
    {
        /// <summary>At the start of the run, bullets and numbers apart.</summary>
        Open,

        /// <summary>Behind a wide gap or the end of a sentence.</summary>
        Gap,

        /// <summary>Right behind another label.</summary>
        Value,

        Inside,
    }

    private enum Mark
    {
        Nothing,
        Colon,
        Gap,
        Piece,
        Word,
    }

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

    [GeneratedRegex(@"^\s*[*]?\s*(?:\([^()]{0,200}\)|,\s*if\b[^:：?\n]{0,40})", RegexOptions.NonBacktracking)]
    private static partial Regex HintBehind();

    [GeneratedRegex(@"\([^()]{0,200}\)?", RegexOptions.NonBacktracking)]
    private static partial Regex Hint();

    [GeneratedRegex(@"^\s*#?\s*[1-9]", RegexOptions.NonBacktracking)]
    private static partial Regex LineNumber();
}
