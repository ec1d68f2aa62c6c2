using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace TechPlan.Functions.Forms.Writing;

/// <summary>How the form looks. Headings are real headings, so that a screen reader can go from one to the next.</summary>
internal static class WordStyles
{
    internal const string Kicker = "Kicker";
    internal const string Title = "Title";
    internal const string Heading = "Heading1";
    internal const string Body = "BodyText";
    internal const string Label = "FieldLabel";
    internal const string Answer = "FieldAnswer";
    internal const string Placeholder = "PlaceholderText";
    internal const string Footer = "Footer";

    /// <summary>Of what is not an answer; dark enough to be read on white.</summary>
    internal const string Grey = "595959";

    private const string Ink = "1F3864";

    internal static Styles Write() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = "Calibri", HighAnsi = "Calibri", EastAsia = "Calibri", ComplexScript = "Calibri" },
                new FontSize { Val = "20" },
                new Languages { Val = "en-US", EastAsia = "en-US", Bidi = "ar-SA" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { Before = "0", After = "0", Line = "240", LineRule = LineSpacingRuleValues.Auto }))),
        new Style(new StyleName { Val = "Normal" }, new PrimaryStyle()) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true },
        Paragraph(Kicker, "Kicker", before: 0, after: 0, size: 20, Grey, bold: true),
        Paragraph(Title, "Title", before: 0, after: 60, size: 40, Ink, bold: true),
        Paragraph(Heading, "heading 1", before: 160, after: 50, size: 24, Ink, bold: true, outline: 0),
        Paragraph(Body, "Body Text", before: 0, after: 60, size: 20, null),
        Paragraph(Label, "Field Label", before: 0, after: 0, size: 19, Ink, bold: true),
        Paragraph(Answer, "Field Answer", before: 0, after: 0, size: 20, null),
        Paragraph(Footer, "footer", before: 0, after: 0, size: 16, Grey),
        new Style(new StyleName { Val = "Placeholder Text" }, new StyleRunProperties(new Color { Val = Grey })) { Type = StyleValues.Character, StyleId = Placeholder });

    private static Style Paragraph(string id, string name, int before, int after, int size, string? color, bool bold = false, int? outline = null)
    {
        var paragraph = new StyleParagraphProperties(new SpacingBetweenLines { Before = Number(before), After = Number(after) });
        if (outline is { } level)
        {
            paragraph.PrependChild(new KeepNext());
            paragraph.Append(new OutlineLevel { Val = level });
        }

        var run = new StyleRunProperties();
        run.Append(bold ? [new Bold()] : Array.Empty<OpenXmlElement>());
        run.Append(color is null ? [] : new OpenXmlElement[] { new Color { Val = color } });
        run.Append(new FontSize { Val = Number(size) });
        return new Style(new StyleName { Val = name }, new BasedOn { Val = "Normal" }, new PrimaryStyle(), paragraph, run) { Type = StyleValues.Paragraph, StyleId = id };
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
