using System.Text;
using TechPlan.Functions.Forms.Pdf.Objects;

namespace TechPlan.Functions.Forms.Pdf;

/// <summary>What the codes of a font stand for, as far as printed labels need it.</summary>
internal sealed class PdfFont
{
    private const int MostCodes = 70_000;

    /// <summary>Of an em: what letters take on average where the font does not say.</summary>
    private const double AverageWidth = 0.5;

    /// <summary>Windows-1252 where it differs from Latin-1.</summary>
    private const string From80 = "\u20AC\u2022\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u2022\u017D\u2022\u2022\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u2022\u017E\u0178";

    private readonly Dictionary<int, string> _letters = [];
    private readonly Dictionary<int, double> _widths = [];
    private readonly int _codeLength;

    internal PdfFont(PdfValue.Map font, PdfObjects objects)
    {
        _codeLength = objects.Get(font, "Subtype") is PdfValue.Name { Value: "Type0" } ? 2 : 1;
        ReadWidths(font, objects);
        if (font.Entries.GetValueOrDefault("ToUnicode") is { } map && objects.Content(map) is { } content)
        {
            ReadLetters(new PdfParser(content, objects.Budget));
        }
    }

    /// <returns>The text, and how wide it is printed at a size of one.</returns>
    internal (string Text, double Width) Decode(ReadOnlySpan<byte> codes)
    {
        var (text, width) = (new StringBuilder(), 0.0);
        for (var at = 0; at + _codeLength <= codes.Length; at += _codeLength)
        {
            var code = _codeLength == 2 ? (codes[at] << 8) | codes[at + 1] : codes[at];
            text.Append(_letters.GetValueOrDefault(code) ?? Standard(code));
            width += _widths.GetValueOrDefault(code, AverageWidth);
        }

        return (text.ToString(), width);
    }

    private string Standard(int code) => _codeLength == 2 ? "" : ((char)(code is >= 0x80 and <= 0x9F ? From80[code - 0x80] : code)).ToString();

    private void ReadWidths(PdfValue.Map font, PdfObjects objects)
    {
        var code = objects.Get(font, "FirstChar") is PdfValue.Number { Value: >= 0 and < 256 } first ? (int)first.Value : 0;
        foreach (var item in objects.Items(font, "Widths").Take(256))
        {
            if (objects.Resolve(item) is PdfValue.Number width)
            {
                _widths[code] = width.Value / 1000;
            }

            code++;
        }
    }

    /// <summary>A ToUnicode map (ISO 32000-1, 9.10.3): single codes, and ranges of them.</summary>
    private void ReadLetters(PdfParser map)
    {
        var operands = new List<PdfValue>();
        while (map.Next() is { } value && _letters.Count < MostCodes)
        {
            switch (value)
            {
                case PdfValue.Word { Value: "endbfchar" }:
                    ReadSingles(operands);
                    operands.Clear();
                    break;
                case PdfValue.Word { Value: "endbfrange" }:
                    ReadRanges(operands);
                    operands.Clear();
                    break;
                case PdfValue.Word:
                    operands.Clear();
                    break;
                default:
                    operands.Add(value);
                    break;
            }
        }
    }

    private void ReadSingles(List<PdfValue> operands)
    {
        for (var at = 0; at + 1 < operands.Count; at += 2)
        {
            if (operands[at] is PdfValue.Bytes code && operands[at + 1] is PdfValue.Bytes letters)
            {
                _letters[Code(code)] = Encoding.BigEndianUnicode.GetString(letters.Value.Span);
            }
        }
    }

    private void ReadRanges(List<PdfValue> operands)
    {
        for (var at = 0; at + 2 < operands.Count && _letters.Count < MostCodes; at += 3)
        {
            if (operands[at] is PdfValue.Bytes first && operands[at + 1] is PdfValue.Bytes last)
            {
                ReadRange(Code(first), Math.Min(Code(last), 0xFFFF), operands[at + 2]);
            }
        }
    }

    private void ReadRange(int first, int last, PdfValue letters)
    {
        for (var code = first; code <= last; code++)
        {
            var text = letters switch
            {
                PdfValue.List list when code - first < list.Items.Length && list.Items[code - first] is PdfValue.Bytes one => Encoding.BigEndianUnicode.GetString(one.Value.Span),
                PdfValue.Bytes { Value: { Length: 2 } start } => ((char)(((start.Span[0] << 8) | start.Span[1]) + code - first)).ToString(),
                _ => null,
            };
            if (text is null)
            {
                return;
            }

            _letters[code] = text;
        }
    }

    private static int Code(PdfValue.Bytes bytes)
    {
        var code = 0;
        foreach (var one in bytes.Value.Span[..Math.Min(3, bytes.Value.Length)])
        {
            code = (code << 8) | one;
        }

        return code;
    }
}
