using System.Text.RegularExpressions;

namespace TechPlan.Functions.Forms.Meaning.Labels;

/// <summary>Walks over a document's items and gathers behind each label what was typed to it.</summary>
internal sealed partial class AnswerCollector
{
    private readonly List<Func<Finding>> _findings = [];
    private OpenLabel? _open;
    private OpenLabel? _question;

    internal static List<Finding> Collect(IEnumerable<PlacedItem> items)
    {
        var collector = new AnswerCollector();
        foreach (var (item, where) in items)
        {
            collector.Take(item, where);
        }

        collector.Finish();
        return [.. collector._findings.Select(finding => finding())];
    }

    private void Take(FormItem item, string where)
    {
        switch (item)
        {
            case FormItem.Label label when label.Asks.IsChoice():
                // A word whose box was not found, such as the "Yes" of a line to circle.
                _open?.Add(WordOf(label.Asks), where);
                break;
            case FormItem.Label label:
                Open(label, where);
                break;
            case FormItem.Text text:
                TakeText(text.Value, where);
                break;
            case FormItem.Blank blank:
                TakeBlank(blank, where);
                break;
            case FormItem.Box box:
                TakeBox(box, where);
                break;
            case FormItem.Choice choice:
                TakeChoice(choice, where);
                break;
            case FormItem.End end:
                TakeEnd(end.Of);
                break;
        }
    }

    private void Open(FormItem.Label label, string where)
    {
        // A heading and its question, or two sentences of one question, share one answer.
        if (_open is { IsEmpty: true, HasBlank: false, HasChoices: false } same && same.Asks == label.Asks)
        {
            return;
        }

        Finish();
        _open = new OpenLabel(label.Asks, label.Certainty, where);
        _question = label.Asks.IsQuestion() ? _open : _question;
    }

    private void TakeText(string text, string where)
    {
        if (IsClosing(text))
        {
            _open?.Close();
        }

        _open?.Add(text, where);
    }

    private void TakeBlank(FormItem.Blank blank, string where)
    {
        if (FieldTags.PointerOf(blank.Name ?? "") is { } pointer)
        {
            AddNamed(pointer, blank.Value, where);
            _open?.Close();
            return;
        }

        var named = FieldNames.LabelOf(blank.Name);
        if (_open is { IsClosed: false, HasBlank: false } || (_open is { IsClosed: false } && named is null))
        {
            _open.AddBlank(blank.Value, where);
        }
        else if (named is { } label)
        {
            Finish();
            _findings.Add(() => new Finding(label, blank.Value.Trim(), where, Certainty.Understood));
        }
    }

    private void TakeBox(FormItem.Box box, string where)
    {
        if (FieldTags.PointerOf(box.Name ?? "") is { } pointer)
        {
            AddNamed(pointer, box.Checked ? FieldTags.AnswerOf(box.Name!) ?? FieldTags.Yes : "", where);
        }
        else if (FieldNames.AnswerOf(box.Name) is var (label, answer))
        {
            _findings.Add(() => new Finding(label, box.Checked ? WordOf(answer) : "", where, Certainty.Understood));
        }
        else if (_open is { IsClosed: false } open && open.Asks.IsQuestion() && !open.HasChoices)
        {
            open.AddChoice(FormLabel.Yes, box.Checked, where);
        }
    }

    private void TakeChoice(FormItem.Choice choice, string where)
    {
        switch (choice.Answer)
        {
            case FormLabel.Yes or FormLabel.No when (_open?.Asks.IsQuestion() is true ? _open : _question) is { } question:
                question.AddChoice(choice.Answer, choice.Checked, where);
                break;
            case FormLabel.AssignInstructor when choice.Checked:
                _findings.Add(() => new Finding(FormLabel.AssignInstructor, FieldTags.Yes, where, Certainty.Exact));
                break;
            case FormLabel.Standard or FormLabel.SlcLevelOne when choice.Checked:
                _findings.Add(() => new Finding(FormLabel.SessionType, WordOf(choice.Answer), where, Certainty.Exact));
                break;
        }
    }

    private void TakeEnd(FormEnd end)
    {
        switch (end)
        {
            case FormEnd.Line or FormEnd.EmptyLine:
                _open?.EndLine(end is FormEnd.EmptyLine);
                break;
            case FormEnd.Cell:
                _open?.EndCell();
                break;
            case FormEnd.Row:
                _open?.Close();
                break;
        }
    }

    private void AddNamed(string pointer, string value, string where)
    {
        Finish();
        _findings.Add(() => new Finding(FormLabel.Help, value.Trim(), where, Certainty.Exact, pointer));
    }

    /// <summary>What was gathered for a label becomes a finding when the next one begins; a question's boxes may come after its explanation.</summary>
    private void Finish()
    {
        if (_open is { } open)
        {
            _findings.Add(open.ToFinding);
        }

        _open = null;
    }

    private static string WordOf(FormLabel answer) => answer switch
    {
        FormLabel.Yes => FieldTags.Yes,
        FormLabel.No => FieldTags.No,
        FormLabel.Standard => "standard",
        FormLabel.SlcLevelOne => "slc-level-1",
        _ => "",
    };

    private static bool IsClosing(string text) => Closing().IsMatch(text);

    [GeneratedRegex(@"^\W*(?:thanks|thank you|many thanks|regards|best|best regards|kind regards|warm regards|sincerely|cheers|respectfully|yours|gracias|saludos|atentamente|sent from my \w+|get outlook for \w+)\b[^:]{0,40}$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Closing();
}
