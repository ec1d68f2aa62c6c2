using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace TechPlan.EndToEnd.Tests.Support;

/// <summary>The app's own Word form, filled in as Word does it: each field's text replaced, each box ticked.</summary>
internal sealed class WordRequest
{
    private const string DocumentPart = "word/document.xml";

    private static readonly XNamespace Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly XNamespace Word14 = "http://schemas.microsoft.com/office/word/2010/wordml";

    private readonly byte[] _empty;

    private WordRequest(byte[] empty) => _empty = empty;

    /// <summary>The form as anybody can download it.</summary>
    public static async Task<WordRequest> DownloadAsync(RunningApp app) =>
        new(await app.Http.GetByteArrayAsync(new Uri("/forms/mini-grant-request.docx", UriKind.Relative)));

    /// <summary>The form with what a request says; a field that the request has not stays as it is.</summary>
    public byte[] Filled(JsonObject request) => WithFields(request, word => word);

    /// <param name="rewrite">Changes the document's XML once it is filled in.</param>
    public byte[] WithFields(JsonObject request, Func<string, string> rewrite)
    {
        using var file = new MemoryStream();
        file.Write(_empty);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            var document = Read(zip);
            foreach (var (tag, value) in FieldsOf("", request))
            {
                Fill(document, tag, value);
            }

            zip.GetEntry(DocumentPart)!.Delete();
            using var part = new StreamWriter(zip.CreateEntry(DocumentPart).Open());
            part.Write(rewrite(document.ToString(SaveOptions.DisableFormatting)));
        }

        return file.ToArray();
    }

    private static XDocument Read(ZipArchive zip)
    {
        using var part = zip.GetEntry(DocumentPart)!.Open();
        return XDocument.Load(part, LoadOptions.PreserveWhitespace);
    }

    /// <summary>The request's values by the names of the form's fields: its JSON Pointers with dots.</summary>
    private static IEnumerable<(string Tag, JsonValue Value)> FieldsOf(string path, JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => FieldsOf($"{path}{field.Key}.", field.Value)),
        JsonArray items => items.SelectMany((item, nth) => FieldsOf($"{path}{nth}.", item)),
        JsonValue value => [(path.TrimEnd('.'), value)],
        _ => [],
    };

    private static void Fill(XDocument document, string tag, JsonValue value)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.True when Find(document, tag) is { } box:
                Tick(box);
                break;
            case JsonValueKind.True or JsonValueKind.False when Find(document, $"{tag}.{(value.GetValue<bool>() ? "yes" : "no")}") is { } answer:
                Tick(answer);
                break;
            case JsonValueKind.String or JsonValueKind.Number when Find(document, tag) is { } place:
                Type(place, tag is "session.type" ? "Standard" : value.ToString());
                break;
        }
    }

    private static XElement? Find(XDocument document, string tag) =>
        document.Descendants(Word + "sdt").FirstOrDefault(sdt => (string?)sdt.Element(Word + "sdtPr")?.Element(Word + "tag")?.Attribute(Word + "val") == tag);

    private static void Type(XElement place, string text)
    {
        place.Element(Word + "sdtPr")!.Element(Word + "showingPlcHdr")?.Remove();
        var run = place.Descendants(Word + "r").First();
        run.Element(Word + "rPr")?.Remove();
        run.Element(Word + "t")!.SetValue(text);
    }

    private static void Tick(XElement box)
    {
        box.Descendants(Word14 + "checked").Single().SetAttributeValue(Word14 + "val", "1");
        box.Descendants(Word + "t").Single().SetValue("☒");
    }
}
