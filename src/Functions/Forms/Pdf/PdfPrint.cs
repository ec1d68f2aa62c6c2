using System.Numerics;
using TechPlan.Functions.Forms.Pdf.Objects;

namespace TechPlan.Functions.Forms.Pdf;

/// <summary>A piece of printed text, and where it stands.</summary>
internal sealed record PdfWords(string Text, PdfPlace Place);

/// <summary>
/// Finds the text that a page prints: the labels beside the fields. It follows just the operators that move text (ISO 32000-1, 9.4);
/// what it misses costs a label, and the field's own name or tooltip steps in.
/// </summary>
internal sealed class PdfPrint(PdfObjects objects)
{
    private const int MostPieces = 20_000;
    private const int DeepestStack = 64;

    /// <summary>A step back in a TJ array, in thousandths of an em, that prints as a space.</summary>
    private const double Space = -180;

    /// <summary>How much of a line is above its base.</summary>
    private const float Ascent = 0.8F;

    private readonly Dictionary<PdfValue.Map, PdfFont> _fonts = new(ReferenceEqualityComparer.Instance);

    internal List<PdfWords> Read(PdfValue.Map page, int number)
    {
        var print = new Run(number, FontsOf(page));
        foreach (var part in objects.Get(page, "Contents") is PdfValue.List list ? list.Items : [page.Entries.GetValueOrDefault("Contents") ?? PdfValue.Null])
        {
            if (objects.Content(part) is { } content)
            {
                print.Play(new PdfParser(content, objects.Budget));
            }
        }

        return print.Words;
    }

    private Dictionary<string, PdfFont> FontsOf(PdfValue.Map page) =>
        PdfPages.Inherited(page, "Resources", objects) is PdfValue.Map resources && objects.Get(resources, "Font") is PdfValue.Map fonts
            ? fonts.Entries.Take(200).Select(font => (font.Key, Font: objects.Resolve(font.Value) as PdfValue.Map)).Where(font => font.Font is not null).ToDictionary(font => font.Key, font => FontOf(font.Font!))
            : [];

    private PdfFont FontOf(PdfValue.Map font) => _fonts.TryGetValue(font, out var known) ? known : _fonts[font] = new PdfFont(font, objects);

    /// <summary>A page's content being played.</summary>
    private sealed class Run(int page, Dictionary<string, PdfFont> fonts)
    {
        private readonly Stack<Matrix3x2> _kept = [];
        private readonly List<PdfValue> _operands = [];
        private Matrix3x2 _page = Matrix3x2.Identity;
        private Matrix3x2 _line = Matrix3x2.Identity;
        private Matrix3x2 _text = Matrix3x2.Identity;
        private PdfFont? _font;
        private float _size;
        private float _leading;

        internal List<PdfWords> Words { get; } = [];

        internal void Play(PdfParser content)
        {
            while (Words.Count < MostPieces && content.Next() is { } value)
            {
                if (value is PdfValue.Word { Value: var operation })
                {
                    Do(operation);
                    _operands.Clear();
                }
                else if (_operands.Count < DeepestStack)
                {
                    _operands.Add(value);
                }
            }
        }

        private void Do(string operation)
        {
            switch (operation)
            {
                case "q" when _kept.Count < DeepestStack:
                    _kept.Push(_page);
                    break;
                case "Q" when _kept.TryPop(out var before):
                    _page = before;
                    break;
                case "cm":
                    _page = Matrix() * _page;
                    break;
                case "BT":
                    _line = _text = Matrix3x2.Identity;
                    break;
                case "Tf":
                    _font = _operands is [PdfValue.Name name, ..] ? fonts.GetValueOrDefault(name.Value) : null;
                    _size = Number(1);
                    break;
                case "TL":
                    _leading = Number(0);
                    break;
                case "Tm":
                    _line = _text = Matrix();
                    break;
                case "Td":
                    Move(Number(0), Number(1));
                    break;
                case "TD":
                    _leading = -Number(1);
                    Move(Number(0), Number(1));
                    break;
                case "T*":
                    Move(0, -_leading);
                    break;
                case "Tj":
                    Show(_operands);
                    break;
                case "'" or "\"":
                    Move(0, -_leading);
                    Show(_operands.TakeLast(1));
                    break;
                case "TJ" when _operands is [PdfValue.List list]:
                    Show(list.Items);
                    break;
            }
        }

        private void Show(IEnumerable<PdfValue> pieces)
        {
            var (text, width) = ("", 0.0);
            foreach (var piece in pieces)
            {
                if (piece is PdfValue.Bytes bytes && _font is not null)
                {
                    var (letters, wide) = _font.Decode(bytes.Value.Span);
                    text += letters;
                    width += wide;
                }
                else if (piece is PdfValue.Number step)
                {
                    text += step.Value < Space && !text.EndsWith(' ') ? " " : "";
                    width -= step.Value / 1000;
                }
            }

            Print(text, (float)width * _size);
        }

        private void Print(string text, float width)
        {
            var place = _text * _page;
            var (height, wide) = (_size * Length(place.M21, place.M22), width * Length(place.M11, place.M12));
            if (text.Trim().Length > 0 && float.IsFinite(place.M31 + place.M32 + height + wide))
            {
                Words.Add(new PdfWords(text, new PdfPlace(page, place.M31, -place.M32 - (Ascent * height), wide, height)));
            }

            _text = Matrix3x2.CreateTranslation(width, 0) * _text;
        }

        private void Move(float x, float y) => _line = _text = Matrix3x2.CreateTranslation(x, y) * _line;

        private Matrix3x2 Matrix() => new(Number(0), Number(1), Number(2), Number(3), Number(4), Number(5));

        private float Number(int index) => index < _operands.Count && _operands[index] is PdfValue.Number number ? (float)number.Value : 0;

        private static float Length(float x, float y) => MathF.Sqrt((x * x) + (y * y));
    }
}
