using System.Globalization;

namespace TechPlan.Functions.Forms.Pdf.Objects;

/// <summary>Reads values one after another. What is not well-formed gives fewer values, never an exception.</summary>
internal sealed class PdfParser(ReadOnlyMemory<byte> bytes, PdfBudget budget, int at = 0)
{
    /// <summary>Forms nest a handful deep; recursion without a bound would end the process.</summary>
    private const int DeepestNesting = 40;

    private readonly PdfCursor _cursor = new(bytes, at);

    internal int At => _cursor.At;

    /// <summary>The next value; null at the end, or when the budget is spent.</summary>
    internal PdfValue? Next()
    {
        var from = _cursor.At;
        var value = Value(depth: 0);
        budget.PayWalk(_cursor.At - from);
        return value;
    }

    private PdfValue? Value(int depth)
    {
        budget.PayValue();
        if (budget.IsSpent || !_cursor.SkipSpace())
        {
            return null;
        }

        return _cursor.Current switch
        {
            '/' => new PdfValue.Name(_cursor.ReadName()),
            '(' => new PdfValue.Bytes(_cursor.ReadLiteral()),
            '<' when _cursor.Peek(1) == '<' => Map(depth + 1),
            '<' => new PdfValue.Bytes(_cursor.ReadHex()),
            '[' => List(depth + 1),
            ']' or '}' or '{' or ')' => Delimiter(1),
            '>' => Delimiter(_cursor.Peek(1) == '>' ? 2 : 1),
            var first when PdfCursor.StartsNumber(first) => NumberOrLink(),
            _ => Word(_cursor.ReadWord()),
        };
    }

    private PdfValue.Word Delimiter(int length) => new(_cursor.Take(length));

    private static PdfValue Word(string word) => word switch
    {
        "true" => new PdfValue.Truth(true),
        "false" => new PdfValue.Truth(false),
        "null" => PdfValue.Null,
        _ => new PdfValue.Word(word),
    };

    private PdfValue NumberOrLink()
    {
        var word = _cursor.ReadWord();
        if (!double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return new PdfValue.Word(word);
        }

        return int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var target) && _cursor.TryReadLinkTail()
            ? new PdfValue.Link(target)
            : new PdfValue.Number(number);
    }

    private PdfValue.List List(int depth)
    {
        _cursor.Take(1);
        return new PdfValue.List([.. Until("]", depth)]);
    }

    private PdfValue.Map Map(int depth)
    {
        _cursor.Take(2);
        var entries = new Dictionary<string, PdfValue>();
        string? key = null;
        foreach (var value in Until(">>", depth))
        {
            if (key is not null)
            {
                entries[key] = value;
                key = null;
            }
            else
            {
                // What is no name where a name must stand is passed over: the next name may be sound.
                key = (value as PdfValue.Name)?.Value;
            }
        }

        return new PdfValue.Map(entries);
    }

    /// <summary>The values up to a closing sign; an object's own end closes whatever is open.</summary>
    private List<PdfValue> Until(string close, int depth)
    {
        var values = new List<PdfValue>();
        while (depth <= DeepestNesting)
        {
            var before = _cursor.At;
            switch (Value(depth))
            {
                case null:
                    return values;
                case PdfValue.Word { Value: var word } when word == close:
                    return values;
                case PdfValue.Word { Value: "endobj" or "obj" or "stream" or "endstream" }:
                    _cursor.BackTo(before);
                    return values;
                case PdfValue.Word:
                    break;
                case var value:
                    values.Add(value);
                    break;
            }
        }

        return values;
    }
}
