using System.Collections.Frozen;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace TechPlan.Functions.Forms.Text;

/// <summary>What the elements of a mail's HTML are to its reader.</summary>
internal static class HtmlElements
{
    private static readonly FrozenSet<string> Unseen = new[]
    {
        "script", "style", "head", "title", "template", "noscript", "svg", "math", "object", "iframe", "audio", "video", "canvas", "button", "datalist", "meta", "link",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> Blocks = new[]
    {
        "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "table", "tr", "td", "th", "caption", "form", "fieldset", "legend", "section", "article",
        "header", "footer", "main", "blockquote", "pre", "hr", "address", "center",
    }.ToFrozenSet();

    private static readonly string[] HidingStyles = ["display:none", "visibility:hidden", "mso-hide:all"];

    /// <summary>How mail programs mark what they put under every mail.</summary>
    private static readonly string[] Signatures = ["gmail_signature", "moz-signature"];

    internal static bool IsBlock(IElement element) => Blocks.Contains(element.LocalName);

    internal static bool IsHidden(IElement element) =>
        Unseen.Contains(element.LocalName)
        || element.HasAttribute("hidden")
        || element is IHtmlInputElement { Type: "hidden" }
        || HidesItself(element.GetAttribute("style"))
        || IsSignature(element);

    /// <summary>A row of two cells and more that holds no other table; the rest are there for the layout.</summary>
    internal static bool IsDataRow(IElement element) =>
        element is IHtmlTableRowElement row && Cells(row) >= 2 && !HoldsTable(row);

    private static int Cells(IHtmlTableRowElement row) => row.Children.Count(child => child is IHtmlTableCellElement);

    /// <summary>Without recursion, and no further than a form's row goes.</summary>
    private static bool HoldsTable(INode row)
    {
        var seen = 0;
        for (var node = row.FirstChild; node is not null && node != row; node = Next(node, row))
        {
            if (node is IHtmlTableElement || ++seen > 500)
            {
                return true;
            }
        }

        return false;
    }

    private static INode? Next(INode node, INode root)
    {
        if (node.FirstChild is { } child)
        {
            return child;
        }

        while (node.NextSibling is null)
        {
            if (node.Parent is not { } parent || parent == root)
            {
                return null;
            }

            node = parent;
        }

        return node.NextSibling;
    }

    private static bool HidesItself(string? style)
    {
        var plain = style?.Replace(" ", "", StringComparison.Ordinal);
        return plain is not null && Array.Exists(HidingStyles, hides => plain.Contains(hides, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsSignature(IElement element) =>
        element.ClassName is { } classes && Array.Exists(Signatures, signature => classes.Contains(signature, StringComparison.Ordinal));
}
