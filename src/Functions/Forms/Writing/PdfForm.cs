namespace TechPlan.Functions.Forms.Writing;

/// <summary>Our own form as a fillable PDF. Its fields are named by their tags, so what comes back is read without any guessing.</summary>
public sealed class PdfForm
{
    public const string MediaType = "application/pdf";

    private const string Writing = "/Helv 9.5 Tf 0 g";
    private const double Margin = 44;
    private const double Inner = PdfSheet.Width - (2 * Margin);
    private const double Gap = 10;
    private const double LineHeight = 15;
    private const double LabelHeight = 11;
    private const double BoxSize = 11;
    private const string Blue = "0.09 0.27 0.45";
    private const string Grey = "0.33 0.37 0.43";
    private const int Multiline = 1 << 12;
    private const int Combo = 1 << 17;

    private readonly PdfSheet _sheet;
    private readonly string _boxStates;

    private PdfForm(PdfSheet sheet, string boxStates) => (_sheet, _boxStates) = (sheet, boxStates);

    public static byte[] Write(FormFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var file = new PdfFile();
        var fonts = Fonts(file);
        var ticked = file.AddStream($"/Type /XObject /Subtype /Form /BBox [0 0 {BoxSize} {BoxSize}]", "q 0.09 0.27 0.45 RG 1.5 w 2.4 5.6 m 4.6 3 l 8.8 8.6 l S Q");
        var unticked = file.AddStream($"/Type /XObject /Subtype /Form /BBox [0 0 {BoxSize} {BoxSize}]", "");
        var sheet = new PdfForm(new PdfSheet(file), $"/AP << /N << /Yes {ticked} 0 R /Off {unticked} 0 R >> >> /AS /Off /V /Off /DA (/ZaDb 0 Tf 0 g)").Draw(facts);
        var pages = file.Add($"<< /Type /Pages /Count 1 /Kids [{sheet.Page} 0 R] >>");
        sheet.Finish(pages, fonts);
        // Names beyond Latin-1 need a font that only the viewer has, so the viewer draws what is typed.
        var form = file.Add($"<< /Fields {PdfFile.Links(sheet.Fields)} /DR << /Font {fonts} 0 R >> /DA ({Writing}) /NeedAppearances true >>");
        var catalog = file.Add($"<< /Type /Catalog /Pages {pages} 0 R /AcroForm {form} 0 R /Lang (en-US) /ViewerPreferences << /DisplayDocTitle true >> >>");
        return file.Write(catalog, file.Add($"<< /Title {PdfFile.Text(FormSections.Title)} >>"));
    }

    private static int Fonts(PdfFile file)
    {
        var plain = file.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        var bold = file.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>");
        var signs = file.Add("<< /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats >>");
        return file.Add($"<< /Helv {plain} 0 R /Bold {bold} 0 R /ZaDb {signs} 0 R >>");
    }

    private PdfSheet Draw(FormFacts facts)
    {
        _sheet.Fill(0, 0, PdfSheet.Width, 62, Blue);
        _sheet.Text(Margin, 24, 8.5, FormSections.Kicker, color: "0.87 0.92 0.97");
        _sheet.Text(Margin, 46, 18, FormSections.Title, bold: true, color: "1 1 1");
        var top = 78.0;
        foreach (var line in FormSections.HowTo(facts))
        {
            _sheet.Text(Margin, top, 8.5, line, color: Grey);
            top += 11;
        }

        foreach (var section in FormSections.All)
        {
            top = Draw(section, top + 7);
        }

        return _sheet;
    }

    private double Draw(FormSection section, double top)
    {
        _sheet.Text(Margin, top + 8, 10.5, section.Heading, bold: true, color: Blue);
        _sheet.Fill(Margin, top + 12, Inner, 0.8, Blue);
        top += 16;
        if (section.Note is { } note)
        {
            _sheet.Text(Margin, top + 8, 8.5, note, color: Grey);
            top += 13;
        }

        foreach (var line in section.Lines)
        {
            top = Draw(line, top);
        }

        return top;
    }

    private double Draw(FormLine line, double top)
    {
        var shares = line.Entries.Sum(entry => entry.Share);
        var room = Inner - (Gap * (line.Entries.Length - 1));
        var (x, bottom) = (Margin, top);
        foreach (var entry in line.Entries)
        {
            var width = room * entry.Share / shares;
            bottom = Math.Max(bottom, Draw(entry, x, top, width));
            x += width + Gap;
        }

        return bottom + 3;
    }

    private double Draw(FormEntry entry, double x, double top, double width)
    {
        switch (entry)
        {
            case FormEntry.Write write:
                var height = LineHeight * write.Height;
                Framed("Tx", write.Label, write.Tag, x, top, width, height, write.Height > 1 ? $"/Ff {Multiline}" : "");
                return top + LabelHeight + height;
            case FormEntry.Choose choose:
                var options = string.Join(' ', choose.Options.Select(option => $"[{PdfFile.Literal(option.Value)} {PdfFile.Literal(option.Shown)}]"));
                Framed("Ch", choose.Label, choose.Tag, x, top, width, LineHeight, $"/Ff {Combo} /Opt [{options}]");
                return top + LabelHeight + LineHeight;
            case FormEntry.Tick tick:
                Box(tick.Tag, tick.Label, x, top + 3);
                _sheet.Text(x + BoxSize + 5, top + 12, 9, tick.Label);
                return top + BoxSize + 4;
            case FormEntry.YesNo question:
                _sheet.Text(x, top + 12, 9, question.Label);
                Answer(question, answer: true, "Yes", x + width - 84, top);
                Answer(question, answer: false, "No", x + width - 36, top);
                return top + BoxSize + 4;
            default:
                throw new InvalidOperationException($"The form has no entry {entry.GetType().Name}.");
        }
    }

    private void Answer(FormEntry.YesNo question, bool answer, string word, double x, double top)
    {
        Box(FieldTags.Of(question.Pointer, answer), $"{question.Label} {word}", x, top + 3);
        _sheet.Text(x + BoxSize + 4, top + 12, 9, word);
    }

    private void Framed(string kind, string label, string tag, double x, double top, double width, double height, string more)
    {
        _sheet.Text(x, top + 8.5, 8, label, color: Grey);
        _sheet.Frame(x, top + LabelHeight, width, height);
        _sheet.Field(kind, tag, label, x + 1, top + LabelHeight + 0.5, width - 2, height - 1, $"/DA ({Writing}) {more}");
    }

    /// <summary>A box has a picture for each of its states; viewers do not draw these themselves.</summary>
    private void Box(string tag, string label, double x, double top)
    {
        _sheet.Frame(x, top, BoxSize, BoxSize);
        _sheet.Field("Btn", tag, label, x, top, BoxSize, BoxSize, _boxStates);
    }
}
