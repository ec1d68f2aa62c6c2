using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace TechPlan.Functions.Forms.Writing;

/// <summary>Writes the district's request form as a Word file with named content controls, which <c>WordReader</c> reads back without a doubt.</summary>
public static class WordForm
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const string FormTitle = "Instructional Technology Leader Mini-Grant Request Form";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>The same bytes for the same facts.</summary>
    public static byte[] Write(FormFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return WordZip.Pack(
            ("[Content_Types].xml", ContentTypes),
            ("_rels/.rels", Relationships(("rId1", Office + "/officeDocument", "word/document.xml"), ("rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"))),
            ("word/document.xml", Content(facts).OuterXml),
            ("word/_rels/document.xml.rels", Relationships(("rId1", Office + "/styles", "styles.xml"), ("rId2", Office + "/settings", "settings.xml"), (FooterId, Office + "/footer", "footer1.xml"))),
            ("word/styles.xml", WordStyles.Write().OuterXml),
            ("word/settings.xml", SettingsOf().OuterXml),
            ("word/footer1.xml", FooterOf(facts).OuterXml),
            ("docProps/core.xml", Properties));
    }

    private const string FooterId = "rId3";

    private const string ContentTypes = """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/><Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>
        """;

    private const string Properties = $"""
        <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{FormTitle}</dc:title><dc:language>en-US</dc:language></cp:coreProperties>
        """;

    private static string Relationships(params IEnumerable<(string Id, string Type, string Target)> all) =>
        $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(all.Select(one => $"""<Relationship Id="{one.Id}" Type="{one.Type}" Target="{one.Target}"/>"""))}</Relationships>""";

    private static Document Content(FormFacts facts)
    {
        var document = new Document(new Body([.. WordFormSections.Write(facts), Page()])) { MCAttributes = new MarkupCompatibilityAttributes { Ignorable = "w14" } };
        document.AddNamespaceDeclaration("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006");
        document.AddNamespaceDeclaration("w14", "http://schemas.microsoft.com/office/word/2010/wordml");
        document.AddNamespaceDeclaration("r", Office);
        return document;
    }

    /// <summary>A letter page with narrow margins, so that the form stays on two sides of one sheet.</summary>
    private static SectionProperties Page() => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = FooterId },
        new PageSize { Width = 12_240, Height = 15_840 },
        new PageMargin { Top = 800, Right = 935, Bottom = 800, Left = 935, Header = 400, Footer = 400, Gutter = 0 });

    private static Settings SettingsOf() => new(
        new Compatibility(new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }),
        new ThemeFontLanguages { Val = "en-US" });

    private static Footer FooterOf(FormFacts facts) => new(WordParagraphs.Of(
        WordStyles.Footer,
        WordParagraphs.Words($"{facts.District} \u00B7 ITL Mini-Grant Request Form \u00B7 Page "),
        new SimpleField(WordParagraphs.Words("1")) { Instruction = " PAGE " },
        WordParagraphs.Words(" of "),
        new SimpleField(WordParagraphs.Words("2")) { Instruction = " NUMPAGES " }));
}
