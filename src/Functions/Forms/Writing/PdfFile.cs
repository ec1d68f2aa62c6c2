using System.Globalization;
using System.Text;

namespace TechPlan.Functions.Forms.Writing;

/// <summary>A PDF being written (ISO 32000-1, 7.5): numbered objects, then the table of where each begins.</summary>
internal sealed class PdfFile
{
    private readonly List<string> _objects = [];

    /// <summary>Takes a number for an object that others must name before it is there.</summary>
    internal int Reserve()
    {
        _objects.Add("null");
        return _objects.Count;
    }

    internal int Add(string content)
    {
        var number = Reserve();
        Put(number, content);
        return number;
    }

    internal void Put(int number, string content) => _objects[number - 1] = content;

    /// <param name="head">What the stream's dictionary says besides its length.</param>
    internal int AddStream(string head, string content) =>
        Add(string.Create(CultureInfo.InvariantCulture, $"<< {head} /Length {content.Length} >>\nstream\n{content}\nendstream"));

    /// <summary>Text for people, in any script.</summary>
    internal static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    /// <summary>Text to be drawn in Windows-1252; its few signs beyond Latin-1 that the form prints are named one by one.</summary>
    internal static string Literal(string text) => "(" + text
        .Replace("\\", @"\\", StringComparison.Ordinal).Replace("(", @"\(", StringComparison.Ordinal).Replace(")", @"\)", StringComparison.Ordinal)
        .Replace("’", @"\222", StringComparison.Ordinal).Replace("–", @"\226", StringComparison.Ordinal)
        + ")";

    internal static string Links(IEnumerable<int> numbers) => "[" + string.Join(' ', numbers.Select(number => string.Create(CultureInfo.InvariantCulture, $"{number} 0 R"))) + "]";

    internal byte[] Write(int catalog, int info)
    {
        // Bytes above 127 in a comment tell programs that the file is not plain text.
        var file = new StringBuilder("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n");
        var table = new StringBuilder("0000000000 65535 f \n");
        for (var number = 1; number <= _objects.Count; number++)
        {
            table.Append(CultureInfo.InvariantCulture, $"{file.Length:D10} 00000 n \n");
            file.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{_objects[number - 1]}\nendobj\n");
        }

        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {_objects.Count + 1}\n{table}trailer\n<< /Size {_objects.Count + 1} /Root {catalog} 0 R /Info {info} 0 R >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
