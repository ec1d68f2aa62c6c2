using System.Text;
using System.Text.RegularExpressions;

namespace TechPlan.Functions.Forms.Meaning.Labels;

/// <summary>A label whose answer is being gathered.</summary>
internal sealed partial class OpenLabel(FormLabel asks, Certainty certainty, string where)
{
    /// <summary>A line that a mail program broke is nearly full.</summary>
    private const int BrokenLine = 60;

    private readonly List<string> _lines = [];
    private readonly List<string> _beside = [];
    private readonly HashSet<FormLabel> _ticked = [];
    private readonly List<string> _filled = [];
    private readonly StringBuilder _line = new();
    private string? _where;
    private bool _sawEmptyLine;

    internal FormLabel Asks => asks;

    internal Certainty Certainty => certainty;

    /// <summary>Whether the form has a place of its own for the answer.</summary>
    internal bool HasBlank { get; private set; }

    internal bool IsEmpty => _lines.Count == 0 && _line.Length == 0 && _filled.Count == 0 && _ticked.Count == 0;

    internal bool HasChoices { get; private set; }

    /// <summary>Nothing more belongs to it.</summary>
    internal bool IsClosed { get; private set; }

    internal void Close() => IsClosed = true;

    internal void Add(string text, string at)
    {
        if (IsClosed || IsHint(text))
        {
            return;
        }

        if (HasBlank)
        {
            _beside.Add(text);
            return;
        }

        _where ??= at;
        _line.Append(_line.Length == 0 ? "" : " ").Append(text);
    }

    internal void AddBlank(string value, string at)
    {
        HasBlank = true;
        var text = value.Trim();
        if (text.Length == 0)
        {
            return;
        }

        _where = _filled.Count == 0 ? at : _where;
        _filled.Add(text);
    }

    internal void AddChoice(FormLabel answer, bool isTicked, string at)
    {
        HasChoices = true;
        if (isTicked)
        {
            _where ??= at;
            _ticked.Add(answer);
        }
    }

    /// <summary>Ends a line, and the answer with it when it can have no more.</summary>
    internal void EndLine(bool isEmpty)
    {
        if (isEmpty)
        {
            EndParagraph();
            return;
        }

        if (_line.Length == 0)
        {
            IsClosed |= HasChoices || _filled.Count > 0;
            return;
        }

        var wasBroken = _line.Length >= BrokenLine;
        _lines.Add(_line.ToString());
        _line.Clear();
        IsClosed |= _lines.Count >= asks.MostLines() && !wasBroken;
        _sawEmptyLine = false;
    }

    internal void EndCell() => IsClosed |= !IsEmpty;

    internal Finding ToFinding()
    {
        EndLine(isEmpty: false);
        var text = asks.IsQuestion() && _ticked.Count + (HasChoices ? 1 : 0) > 0 ? Ticked() : Typed();
        var sureness = text.Length > 0 && _filled.Count == 0 && HasBlank && !HasChoices ? Certainty.Unsure : certainty;
        return new Finding(asks, text, _where ?? where, sureness);
    }

    private string Ticked() => string.Join(' ', _ticked.Order().Select(answer => answer is FormLabel.Yes ? FieldTags.Yes : FieldTags.No));

    private string Typed()
    {
        var text = _filled.Count > 0 ? string.Join(' ', _filled) : string.Join('\n', _lines.Concat(_beside));
        text = text.Trim(' ', '\n', '\t', '_', '*', '\u00A0');
        return asks.IsQuestion() ? Marked(text) : asks.MostLines() == 1 ? text.Replace('\n', ' ') : text;
    }

    /// <summary>Yes and no side by side are printed; only an x beside one of them is an answer.</summary>
    private static string Marked(string text) => BothWords().Match(text) is not { Success: true } both ? text
        : (both.Groups["before"].Success, both.Groups["between"].Success, both.Groups["behind"].Success) switch
        {
            (true, false, false) => FieldTags.Yes,
            (false, false, true) => FieldTags.No,
            (false, false, false) => "",
            _ => text,
        };

    private void EndParagraph()
    {
        if (_line.Length > 0)
        {
            EndLine(isEmpty: false);
        }

        IsClosed |= asks.MostLines() <= 5 || _sawEmptyLine;
        _sawEmptyLine = !IsEmpty;
        if (!IsEmpty && asks.MostLines() > 5)
        {
            _lines.Add("");
        }
    }

    [GeneratedRegex(@"^[^\w]*(?<before>x\b)?[\W_]*(?:yes|s[ií])[\W_]*(?<between>x\b)?[\W_]*no[\W_]*(?<behind>x\b)?[\W_]*$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex BothWords();

    private static bool IsHint(string text) => Hint().IsMatch(text);

    /// <summary>What is printed beside a place to type in: (mm/dd/yyyy), a.m./p.m., please print.</summary>
    [GeneratedRegex(@"^\W*(?:\([^()]*\)|\[[^\[\]]*\]|a\.?m\.?\W*p\.?m\.?|(?:please |click |tap |e\.g\.|for example|example:).*|)\W*$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Hint();
}
