using System.IO.Compression;
using System.Xml.Linq;

namespace TechPlan.Functions.Tests.Forms.Word;

/// <summary>Mutants that are still XML: elements moved, nested, repeated, renamed or gone, values changed. Only these get past the parser.</summary>
internal static class ElementMutations
{
    private const int MostElements = 20_000;

    private static readonly string[] Values = ["", "0", "-1", "99999999999", "true", "continue", "begin", "separate", "end", "Wingdings", "F0FE", "2026-99-99T00:00:00Z", " FORMTEXT ", "FORMDROPDOWN", "\t\n", "☐☒"];

    public static byte[] Mutant(IReadOnlyList<byte[]> sound, int seed, int number)
    {
        var random = new Random(unchecked((seed * 1_000_003) + number));
        using var copy = new MemoryStream();
        copy.Write(sound[random.Next(sound.Count)]);
        using (var zip = new ZipArchive(copy, ZipArchiveMode.Update, leaveOpen: true))
        {
            var part = zip.GetEntry("word/document.xml")!;
            var document = Load(part);
            for (var left = 1 + random.Next(12); left > 0; left--)
            {
                Mutate(document, random);
            }

            Replace(zip, part, document);
        }

        return copy.ToArray();
    }

    private static void Mutate(XDocument document, Random random)
    {
        var all = document.Root!.Descendants().ToList();
        if (all.Count == 0)
        {
            return;
        }

        var (one, other) = (all[random.Next(all.Count)], all[random.Next(all.Count)]);
        switch (random.Next(7))
        {
            case 0:
                one.Remove();
                break;
            case 1:
                other.Add(new XElement(one));
                break;
            case 2:
                Repeat(one, Math.Min(1 << random.Next(10), MostElements / (all.Count + one.Descendants().Count())));
                break;
            case 3:
                one.Name = other.Name;
                break;
            case 4:
                Wrap(one, other.Name, 1 << random.Next(8));
                break;
            case 5:
                foreach (var attribute in one.Attributes().Where(IsFree))
                {
                    attribute.Value = Values[random.Next(Values.Length)];
                }

                break;
            default:
                one.ReplaceWith(new XElement(other));
                break;
        }
    }

    // The writer refuses other values for xml:space and for namespaces.
    private static bool IsFree(XAttribute attribute) => !attribute.IsNamespaceDeclaration && attribute.Name.Namespace != XNamespace.Xml;

    private static void Repeat(XElement one, int times)
    {
        for (; times > 0; times--)
        {
            one.AddAfterSelf(new XElement(one));
        }
    }

    private static void Wrap(XElement one, XName name, int levels)
    {
        var wrapped = new XElement(one);
        for (; levels > 0; levels--)
        {
            wrapped = new XElement(name, wrapped);
        }

        one.ReplaceWith(wrapped);
    }

    private static XDocument Load(ZipArchiveEntry part)
    {
        using var content = part.Open();
        return XDocument.Load(content);
    }

    private static void Replace(ZipArchive zip, ZipArchiveEntry part, XDocument document)
    {
        var name = part.FullName;
        part.Delete();
        using var to = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        document.Save(to, SaveOptions.DisableFormatting);
    }
}
