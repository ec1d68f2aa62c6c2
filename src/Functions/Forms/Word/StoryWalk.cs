using System.Collections.Immutable;
using System.Xml.Linq;
using TechPlan.Functions.Forms.Reading;

namespace TechPlan.Functions.Forms.Word;

/// <summary>
/// Walks through one story, a body, a header, a cell or a text box, and writes down what a reader would see: what was deleted or hidden
/// is left out, what is there twice is read once. It calls itself for what is nested, which <see cref="Allowance.MostDepth"/> bounds.
/// </summary>
internal sealed class StoryWalk
{
    private readonly Allowance _allowance;
    private readonly Places _places;
    private readonly Func<string> _where;
    private readonly LineWriter _writer;
    private bool _inParagraph;

    private StoryWalk(Allowance allowance, Places places, Func<string> where)
    {
        (_allowance, _places, _where) = (allowance, places, where);
        _writer = new LineWriter(allowance, where);
    }

    /// <summary>The story's lines and rows.</summary>
    internal static ImmutableArray<FormBlock> Read(XElement story, Allowance allowance, Places places) => Read(story, allowance, places, places.NextLine);

    internal static ImmutableArray<FormBlock> Read(XElement story, Allowance allowance, Places places, Func<string> where)
    {
        var walk = new StoryWalk(allowance, places, where);
        walk.Walk(story);
        return walk._writer.Finish();
    }

    private void Walk(XElement parent)
    {
        foreach (var child in parent.Elements())
        {
            Visit(child);
        }
    }

    private void Visit(XElement element)
    {
        switch (element.WordName())
        {
            case "p":
                Paragraph(element);
                break;
            case "r":
                Run(element);
                break;
            case "tbl":
                _writer.Between(TableWalk.Read(element, _allowance, _places));
                break;
            case "sdt":
                Control(new ContentControl(element));
                break;
            case "fldSimple":
                SimpleField(element);
                break;
            case "mc:AlternateContent" when element.Alternative() is { } chosen:
                Walk(chosen);
                break;
            case "hyperlink" or "smartTag" or "customXml" or "ins" or "moveTo" or "dir" or "bdo" or "sdtContent" or "tr" or "tc" or "ruby" or "rubyBase":
                Walk(element);
                break;
        }
    }

    private void Paragraph(XElement paragraph)
    {
        _inParagraph = true;
        Walk(paragraph);
        _inParagraph = false;
        _writer.EndLine();
    }

    private void Run(XElement run)
    {
        var style = new RunStyle(run.Child("rPr"));
        foreach (var child in run.Elements())
        {
            InRun(child, style);
        }
    }

    private void InRun(XElement element, RunStyle style)
    {
        switch (element.WordName())
        {
            case "t":
                Show(BoxSymbols.Shown(element.Value, style.Font), style);
                break;
            case "sym":
                Show(BoxSymbols.Symbol(element.Word("font"), element.Word("char")), style);
                break;
            case "tab" or "ptab":
                Show("\t", style);
                break;
            case "br" or "cr":
                Show("\n", style);
                break;
            case "noBreakHyphen":
                Show("-", style);
                break;
            case "fldChar":
                FieldCharacter(element);
                break;
            case "instrText":
                _writer.Instruct(element.Value);
                break;
            case "mc:AlternateContent" when element.Alternative() is { } chosen:
                Each(chosen, style);
                break;
            case "drawing" or "pict" or "object":
                TextBoxes(element);
                break;
            case "ruby":
                Walk(element);
                break;
        }
    }

    private void Each(XElement parent, RunStyle style)
    {
        foreach (var child in parent.Elements())
        {
            InRun(child, style);
        }
    }

    private void Show(string text, RunStyle style)
    {
        if (!style.IsHidden)
        {
            _writer.Text(text);
        }
    }

    private void FieldCharacter(XElement character)
    {
        switch (character.Word("fldCharType"))
        {
            case "begin":
                _writer.Begin(new LegacyField(character.Child("ffData")));
                break;
            case "separate":
                _writer.Separate();
                break;
            case "end":
                _writer.End();
                break;
        }
    }

    private void SimpleField(XElement field)
    {
        _writer.Begin(new LegacyField(field.Child("ffData")));
        _writer.Instruct(field.Word("instr") ?? "");
        _writer.Separate();
        Walk(field);
        _writer.End();
    }

    private void TextBoxes(XElement drawing)
    {
        foreach (var child in drawing.Elements())
        {
            if (child.WordName() == "txbxContent")
            {
                _writer.AfterLine(Read(child, _allowance, new Places("text box")));
            }
            else
            {
                TextBoxes(child.WordName() == "mc:AlternateContent" && child.Alternative() is { } chosen ? chosen : child);
            }
        }
    }

    private void Control(ContentControl control)
    {
        if (control is { IsFrame: true, Content: { } framed })
        {
            Walk(framed);
            return;
        }

        var read = ControlReading.Read(control, _allowance, _places, _where);
        if (_inParagraph)
        {
            _writer.Within(read);
        }
        else
        {
            _writer.Between(read);
        }
    }
}
