using System.Globalization;
using System.Text;

namespace TechPlan.Functions.Forms.Writing;

/// <summary>One page and the fields on it, set in the fonts that every viewer has. Measures are points from the upper left corner.</summary>
internal sealed class PdfSheet(PdfFile file)
{
    internal const double Width = 612;
    internal const double Height = 792;
    internal const string Ink = "0.13 0.16 0.2";

    private const int PrintsToo = 4;

    private readonly StringBuilder _content = new();
    private readonly List<int> _fields = [];
    private readonly int _page = file.Reserve();

    internal IReadOnlyList<int> Fields => _fields;

    internal int Page => _page;

    internal void Text(double x, double baseline, double size, string text, bool bold = false, string color = Ink) =>
        Draw($"BT {color} rg /{(bold ? "Bold" : "Helv")} {size:0.##} Tf {x:0.##} {Height - baseline:0.##} Td {PdfFile.Literal(text)} Tj ET");

    internal void Fill(double x, double top, double width, double height, string color) =>
        Draw($"{color} rg {x:0.##} {Height - top - height:0.##} {width:0.##} {height:0.##} re f");

    /// <summary>What a field is seen by while nothing is typed into it.</summary>
    internal void Frame(double x, double top, double width, double height) =>
        Draw($"0.98 0.985 1 rg 0.45 0.5 0.58 RG 0.7 w {x:0.##} {Height - top - height:0.##} {width:0.##} {height:0.##} re B");

    /// <param name="more">What this kind of field has besides name, label and place.</param>
    internal void Field(string kind, string name, string label, double x, double top, double width, double height, string more) =>
        _fields.Add(file.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"<< /Type /Annot /Subtype /Widget /FT /{kind} /T {PdfFile.Literal(name)} /TU {PdfFile.Text(label)} /F {PrintsToo} /P {_page} 0 R /Rect [{x:0.##} {Height - top - height:0.##} {x + width:0.##} {Height - top:0.##}] {more} >>")));

    internal void Finish(int pages, int fonts)
    {
        var content = file.AddStream("", _content.ToString());
        file.Put(_page, string.Create(
            CultureInfo.InvariantCulture,
            $"<< /Type /Page /Parent {pages} 0 R /MediaBox [0 0 {Width} {Height}] /Tabs /R /Resources << /Font {fonts} 0 R >> /Contents {content} 0 R /Annots {PdfFile.Links(_fields)} >>"));
    }

    private void Draw(FormattableString operations) => _content.Append(operations.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
