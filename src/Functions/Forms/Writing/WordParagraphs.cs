using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using WordText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace TechPlan.Functions.Forms.Writing;

/// <summary>Makes paragraphs of a style.</summary>
internal static class WordParagraphs
{
    internal static Paragraph Of(string style, params ReadOnlySpan<OpenXmlElement> inside) =>
        new([new ParagraphProperties(new ParagraphStyleId { Val = style }), .. inside]);

    internal static Run Words(string text) => new(new WordText(text) { Space = SpaceProcessingModeValues.Preserve });

    internal static Run Strong(string text) => new(new RunProperties(new Bold()), new WordText(text) { Space = SpaceProcessingModeValues.Preserve });
}
