using System.Xml.Linq;

namespace TechPlan.Functions.Forms.Word;

/// <summary>The parts of a Word file that people see, in reading order.</summary>
/// <param name="Headers">As the body's sections name them, each once.</param>
internal sealed record WordParts(XElement Body, IReadOnlyList<XElement> Headers, IReadOnlyList<XElement> Footers)
{
    /// <summary>Null when the file is no Word document.</summary>
    internal static WordParts? Find(WordPackage package)
    {
        var main = package.Relationships("").FirstOrDefault(one => one.Kind == "officeDocument")?.Part ?? "word/document.xml";
        if (package.Load(main) is not { } document || document.WordName() != "document" || document.Child("body") is not { } body)
        {
            return null;
        }

        var relationships = package.Relationships(main);
        return new WordParts(body, Margins("header"), Margins("footer"));

        List<XElement> Margins(string kind) =>
        [
            .. References(body, kind + "Reference")
                .Select(id => relationships.FirstOrDefault(one => one.Id == id && one.Kind == kind)?.Part)
                .OfType<string>()
                .Distinct()
                .Select(package.Load)
                .OfType<XElement>(),
        ];
    }

    // A first page's own header is in the file even after "different first page" was switched off.
    private static IEnumerable<string> References(XElement body, string name) =>
        from section in body.Descendants()
        where section.WordName() == "sectPr"
        from reference in section.Elements()
        where reference.WordName() == name && (reference.Word("type") != "first" || section.Child("titlePg").Switch() == true)
        from id in reference.Attributes()
        where id.Name.LocalName == "id"
        select id.Value;
}
