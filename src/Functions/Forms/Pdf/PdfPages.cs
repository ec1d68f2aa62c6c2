using TechPlan.Functions.Forms.Pdf.Objects;

namespace TechPlan.Functions.Forms.Pdf;

/// <summary>A document's pages in order.</summary>
internal static class PdfPages
{
    private const int MostPages = 200;
    private const int DeepestTree = 32;

    /// <summary>A page tree that leads back to itself is followed once.</summary>
    internal static List<PdfValue.Map> Of(PdfObjects objects)
    {
        var pages = new List<PdfValue.Map>();
        var seen = new HashSet<PdfValue>(ReferenceEqualityComparer.Instance);
        var next = new Stack<PdfValue>();
        next.Push(objects.Catalog is { } catalog ? objects.Get(catalog, "Pages") : PdfValue.Null);
        while (next.TryPop(out var node) && pages.Count < MostPages)
        {
            if (node is not PdfValue.Map map || !seen.Add(map))
            {
                continue;
            }

            if (!map.Entries.ContainsKey("Kids"))
            {
                pages.Add(map);
                continue;
            }

            foreach (var kid in objects.Items(map, "Kids").Take(MostPages).Reverse())
            {
                next.Push(objects.Resolve(kid));
            }
        }

        return pages;
    }

    /// <summary>What a page, or whatever it belongs to, says of a key.</summary>
    internal static PdfValue Inherited(PdfValue.Map page, string key, PdfObjects objects)
    {
        for (var depth = 0; depth < DeepestTree; depth++)
        {
            if (objects.Get(page, key) is not PdfValue.Nothing and var found)
            {
                return found;
            }

            if (objects.Get(page, "Parent") is not PdfValue.Map parent)
            {
                break;
            }

            page = parent;
        }

        return PdfValue.Null;
    }
}
