using System.Xml.Linq;

namespace TechPlan.Functions.Forms.Word;

/// <summary>A part of a Word file that another part leads to.</summary>
/// <param name="Kind">The last word of its type, such as <c>header</c>; the rest differs between the two editions of the standard.</param>
internal sealed record Relationship(string Id, string Kind, string Part)
{
    internal static IEnumerable<Relationship> ReadAll(XElement relationships, string folder)
    {
        foreach (var one in relationships.Elements())
        {
            if ((string?)one.Attribute("TargetMode") != "External" && (string?)one.Attribute("Target") is { Length: > 0 } target)
            {
                yield return new Relationship(Text(one, "Id"), Text(one, "Type").Split('/')[^1], Resolve(target, folder));
            }
        }
    }

    private static string Text(XElement one, string attribute) => (string?)one.Attribute(attribute) ?? "";

    private static string Resolve(string target, string folder) => target[0] == '/' ? target[1..] : folder + target;
}
