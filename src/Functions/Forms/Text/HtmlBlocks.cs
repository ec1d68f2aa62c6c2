using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using TechPlan.Functions.Forms.Reading;

namespace TechPlan.Functions.Forms.Text;

/// <summary>
/// Makes lines and table rows of a mail's HTML. It loads nothing, runs nothing, and walks without recursion, so that neither size nor
/// depth can hurt.
/// </summary>
internal sealed class HtmlBlocks
{
    /// <summary>A filled-in form has a few hundred; what lies behind so many is not looked at.</summary>
    private const int MostNodes = 20_000;

    private readonly List<FormBlock> _blocks = [];
    private readonly List<FormPiece> _pieces = [];
    private List<ImmutableArray<FormBlock.Line>>? _cells;
    private List<FormBlock.Line>? _cell;
    private int _lines;
    private int _tables;
    private int _rows;

    internal ImmutableArray<FormBlock> Read(string html)
    {
        using var document = new HtmlParser().ParseDocument(TameHtml.Of(html));
        var left = new Stack<(INode Node, bool Leaves)>();
        left.Push(((INode?)document.Body ?? document, false));
        for (var seen = 0; left.Count > 0 && seen < MostNodes; seen++)
        {
            var (node, leaves) = left.Pop();
            if (leaves)
            {
                Leave((IElement)node);
            }
            else if (Enter(node))
            {
                left.Push((node, true));
                // By number: to find a node's sibling, the parser's nodes search all of them.
                for (var child = node.ChildNodes.Length - 1; child >= 0; child--)
                {
                    left.Push((node.ChildNodes[child], false));
                }
            }
        }

        EndRow();
        EndLine();
        return [.. _blocks];
    }

    /// <summary>Takes what a node holds by itself; says whether there is more inside.</summary>
    private bool Enter(INode node)
    {
        switch (node)
        {
            case IText text:
                AddText(text.Data);
                return false;
            case IElement element when !HtmlElements.IsHidden(element):
                Begin(element);
                return Control(element) is null;
            default:
                return false;
        }
    }

    private void Begin(IElement element)
    {
        if (Control(element) is { } piece)
        {
            _pieces.Add(piece);
        }
        else if (element.LocalName == "br")
        {
            EndLine(keepEmpty: true);
        }
        else if (HtmlElements.IsDataRow(element))
        {
            EndLine();
            EndRow();
            _cells = [];
            _rows++;
        }
        else if (_cells is not null && element is IHtmlTableCellElement)
        {
            EndCell();
            _cell = [];
        }
        else if (HtmlElements.IsBlock(element))
        {
            EndLine();
            (_tables, _rows) = element.LocalName == "table" ? (_tables + 1, 0) : (_tables, _rows);
        }
    }

    private void Leave(IElement element)
    {
        if (_cells is not null && element is IHtmlTableCellElement)
        {
            EndCell();
        }
        else if (_cells is not null && element is IHtmlTableRowElement)
        {
            EndRow();
        }
        else if (HtmlElements.IsBlock(element))
        {
            EndLine();
        }
    }

    private static FormPiece? Control(IElement element) => element switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio" } box => new FormPiece.Box(NameOf(box.Name), box.IsDefaultChecked),
        IHtmlInputElement { Type: not ("button" or "submit" or "reset" or "image") } input => new FormPiece.Blank(NameOf(input.Name), input.DefaultValue ?? ""),
        IHtmlTextAreaElement area => new FormPiece.Blank(NameOf(area.Name), area.TextContent),
        IHtmlSelectElement select => new FormPiece.Blank(NameOf(select.Name), select.Options.FirstOrDefault(option => option.IsDefaultSelected)?.Text ?? ""),
        _ => null,
    };

    private static string? NameOf(string? name) => string.IsNullOrWhiteSpace(name) ? null : name;

    /// <summary>Blanks and line breaks of the source are one blank each; hard blanks are wanted.</summary>
    private void AddText(string data)
    {
        var text = new StringBuilder(data.Length);
        foreach (var letter in data)
        {
            if (letter is not (' ' or '\n' or '\r' or '\t' or '\f'))
            {
                text.Append(letter);
            }
            else if (text.Length == 0 || text[^1] != ' ')
            {
                text.Append(' ');
            }
        }

        if (text.Length > 0 && !(_pieces.Count == 0 && text.Length == 1 && text[0] == ' '))
        {
            _pieces.Add(new FormPiece.Text(text.ToString()));
        }
    }

    private void EndLine(bool keepEmpty = false)
    {
        if (_pieces.Count == 0 && !keepEmpty)
        {
            return;
        }

        var line = MailLine.Of([.. _pieces], ++_lines);
        _pieces.Clear();
        if (_cells is null)
        {
            _blocks.Add(line);
        }
        else
        {
            _cell?.Add(line);
        }
    }

    private void EndCell()
    {
        EndLine();
        if (_cell is not null)
        {
            _cells!.Add([.. _cell]);
        }

        _cell = null;
    }

    private void EndRow()
    {
        if (_cells is null)
        {
            return;
        }

        EndCell();
        var where = string.Create(CultureInfo.InvariantCulture, $"table {Math.Max(1, _tables)}, row {_rows}");
        _blocks.Add(new FormBlock.Row([.. _cells.Select(cell => cell.Select(line => line with { Where = where }).ToImmutableArray())], where));
        _cells = null;
    }
}
