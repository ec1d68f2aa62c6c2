using System.IO.Compression;
using System.Text;

namespace TechPlan.Functions.Tests.Forms.Word;

/// <summary>Makes small Word files of hand-written XML, sound ones and others.</summary>
internal sealed class WordFile
{
    private const string Namespaces = """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"
        """;

    private const string Types = """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>
        """;

    private readonly List<(string Name, byte[] Content)> _parts = [];
    private readonly StringBuilder _relationships = new();

    public WordFile(string body = "<w:p/>")
    {
        Part("[Content_Types].xml", Types);
        Part("_rels/.rels", Relationships(Relationship("rId1", "officeDocument", "word/document.xml")));
        Part("word/document.xml", $"<w:document {Namespaces}><w:body>{body}</w:body></w:document>");
    }

    public static string Relationship(string id, string kind, string target, string more = "") =>
        $"""<Relationship Id="{id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}" {more}/>""";

    public static string Relationships(string inside) => $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>""";

    /// <summary>Adds a part, or takes the place of the one of this name.</summary>
    public WordFile Part(string name, string content) => Part(name, Encoding.UTF8.GetBytes(content));

    public WordFile Part(string name, byte[] content)
    {
        _parts.RemoveAll(part => part.Name == name);
        _parts.Add((name, content));
        return this;
    }

    /// <summary>Adds a header or footer that the body refers to by its id.</summary>
    public WordFile Margin(string kind, string id, string inside)
    {
        var root = kind == "header" ? "hdr" : "ftr";
        return Part($"word/{id}.xml", $"<w:{root} {Namespaces}>{inside}</w:{root}>").RelatedTo(Relationship(id, kind, $"{id}.xml"));
    }

    public WordFile RelatedTo(string relationship)
    {
        _relationships.Append(relationship);
        return Part("word/_rels/document.xml.rels", Relationships(_relationships.ToString()));
    }

    public byte[] ToBytes()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in _parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(content);
            }
        }

        return file.ToArray();
    }
}
