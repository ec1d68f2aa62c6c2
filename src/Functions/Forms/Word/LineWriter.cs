using System.Collections.Immutable;
using System.Text;
using TechPlan.Functions.Forms.Reading;

namespace TechPlan.Functions.Forms.Word;

/// <summary>
/// Writes the lines of one story: the body, a cell, a text box. A field may begin in one paragraph and end in another; until it ends,
/// everything that it shows belongs to it.
/// </summary>
internal sealed class LineWriter(Allowance allowance, Func<string> where)
{
    private const int MostOpenFields = 50;

    private readonly List<FormBlock> _blocks = [];
    private readonly List<FormBlock> _afterLine = [];
    private readonly List<FormPiece> _pieces = [];
    private readonly StringBuilder _text = new();
    private readonly Stack<LegacyField> _fields = new();

    /// <summary>Plain text; boxes that are drawn in it become boxes.</summary>
    internal void Text(string text)
    {
        if (text.Length == 0 || InInstruction || !allowance.Characters(text.Length))
        {
            return;
        }

        if (OpenForm is { } form)
        {
            form.Show(text);
            return;
        }

        foreach (var character in TypedValue.Plain(text).EnumerateRunes())
        {
            if (BoxSymbols.IsTicked(character) is { } ticked)
            {
                Add(new FormPiece.Box(null, ticked));
            }
            else
            {
                _text.Append(character.ToString());
            }
        }
    }

    internal void Begin(LegacyField field)
    {
        if (_fields.Count < MostOpenFields)
        {
            _fields.Push(field);
        }
        else
        {
            allowance.Spend();
        }
    }

    internal void Instruct(string text)
    {
        if (InInstruction && allowance.Characters(text.Length))
        {
            _fields.Peek().Instruct(text);
        }
    }

    internal void Separate()
    {
        if (_fields.TryPeek(out var field))
        {
            field.IsShown = true;
        }
    }

    internal void End()
    {
        if (_fields.TryPop(out var field) && field.IsForm)
        {
            Add(field.ToPiece());
        }
    }

    internal void EndLine()
    {
        // No program writes an instruction over two paragraphs; a field that lost its other half must not hide the rest of the form.
        while (InInstruction)
        {
            End();
        }

        if (OpenForm is { } form)
        {
            form.Show("\n");
            return;
        }

        EndText();
        if (_pieces.Exists(IsSomething))
        {
            _blocks.Add(new FormBlock.Line([.. _pieces], where()));
        }

        _pieces.Clear();
        _blocks.AddRange(_afterLine);
        _afterLine.Clear();
    }

    /// <summary>What was read of a place in this line; its rows, if it has any, follow the line.</summary>
    internal void Within(ImmutableArray<FormBlock> read)
    {
        foreach (var piece in read.OfType<FormBlock.Line>().SelectMany(line => line.Pieces))
        {
            Put(piece);
        }

        AfterLine(read.OfType<FormBlock.Row>());
    }

    /// <summary>Blocks of another story that stand beside the current line: they follow it.</summary>
    internal void AfterLine(IEnumerable<FormBlock> blocks) => _afterLine.AddRange(blocks);

    /// <summary>Blocks that stand between two lines.</summary>
    internal void Between(IEnumerable<FormBlock> blocks)
    {
        EndLine();
        AfterLine(blocks);
        if (OpenForm is null)
        {
            EndLine();
        }
    }

    /// <summary>What was written; a field that never ended ends here.</summary>
    internal ImmutableArray<FormBlock> Finish()
    {
        while (_fields.Count > 0)
        {
            End();
        }

        EndLine();
        return [.. _blocks];
    }

    private bool InInstruction => _fields.Any(open => !open.IsShown);

    private LegacyField? OpenForm => _fields.FirstOrDefault(open => open.IsForm);

    private static bool IsSomething(FormPiece piece) => piece is not FormPiece.Text text || !string.IsNullOrWhiteSpace(text.Value);

    private void Add(FormPiece place)
    {
        if (!InInstruction && allowance.Field())
        {
            Put(place);
        }
    }

    // Inside a form field that is still open, what was typed is part of what that field shows.
    private void Put(FormPiece piece)
    {
        if (OpenForm is { } form && piece is FormPiece.Blank or FormPiece.Text)
        {
            form.Show(piece is FormPiece.Blank blank ? blank.Value : ((FormPiece.Text)piece).Value);
            return;
        }

        EndText();
        _pieces.Add(piece);
    }

    private void EndText()
    {
        if (_text.Length > 0)
        {
            _pieces.Add(new FormPiece.Text(_text.ToString()));
            _text.Clear();
        }
    }
}
