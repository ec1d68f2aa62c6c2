using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace TechPlan.Functions.Forms.Word;

/// <summary>Turns a part into a tree, after a first pass has found that the tree will be neither too deep nor too large.</summary>
internal static class PartXml
{
    /// <summary>
    /// The parser hands out no element before it has all its attributes, and its time for them grows with the square of their number;
    /// so the longest stretch without a new element is bounded before it starts.
    /// </summary>
    private const int LongestStretch = 200_000;

    private static readonly XmlReaderSettings Settings = new()
    {
        // A document type is the way to entities that grow and to files of the machine; Word never writes one.
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    /// <summary>Null when the part is more than the allowance has left.</summary>
    /// <exception cref="XmlException">It is no XML, or has a document type.</exception>
    internal static XElement? Load(byte[] content, Allowance allowance)
    {
        var text = Decode(content);
        if (HasEndlessStretch(text) || !Fits(text, allowance))
        {
            allowance.Spend();
            return null;
        }

        using var reader = XmlReader.Create(new StringReader(text), Settings);
        return XElement.Load(reader);
    }

    // Parts are in UTF-8, or in UTF-16 with a byte order mark: the format allows no other.
    private static string Decode(byte[] content)
    {
        using var reader = new StreamReader(new MemoryStream(content), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }

    private static bool HasEndlessStretch(ReadOnlySpan<char> text)
    {
        while (text.IndexOf('<') is >= 0 and <= LongestStretch and var next)
        {
            text = text[(next + 1)..];
        }

        return text.Length > LongestStretch;
    }

    private static bool Fits(string text, Allowance allowance)
    {
        using var reader = XmlReader.Create(new StringReader(text), Settings);
        while (reader.Read())
        {
            if (reader.Depth > Allowance.MostDepth || !allowance.Nodes(1 + reader.AttributeCount))
            {
                return false;
            }
        }

        return true;
    }
}
