using System.Text;

namespace TechPlan.Functions.Directory;

/// <summary>A CSV file with a first line that names its columns: UTF-8 with or without a byte order mark, quoted where needed.</summary>
internal static class CsvFile
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The lines after the first; what is wrong with the file as such is noted.</summary>
    internal static IReadOnlyList<CsvLine> Read(ReadOnlySpan<byte> content, IReadOnlyList<string> columns, ImportProblems problems)
    {
        if (Decode(content, problems) is not { } text)
        {
            return [];
        }

        using var records = new CsvRecords(text).Read().GetEnumerator();
        if (!records.MoveNext() || Header(records.Current.Values, columns, problems) is not { } places)
        {
            return Empty(problems);
        }

        var lines = new List<CsvLine>();
        while (records.MoveNext())
        {
            AddLine(lines, records.Current, places, problems);
        }

        return lines.Count == 0 ? Empty(problems) : lines;
    }

    private static void AddLine(List<CsvLine> lines, CsvRecord record, Dictionary<string, int> places, ImportProblems problems)
    {
        if (record.Damaged)
        {
            problems.Add(record.Line, "", "A quotation mark is out of place. Put the whole value in quotation marks and double those within it.");
        }
        else if (record.Values.Count != places.Count)
        {
            problems.Add(record.Line, "", $"This line has {record.Values.Count} values; the first line names {places.Count} columns. Put values with commas in quotation marks.");
        }
        else
        {
            lines.Add(new CsvLine(record.Line, places.ToDictionary(place => place.Key, place => record.Values[place.Value]), problems));
        }
    }

    /// <summary>Where each column is; null when the first line names others than it should.</summary>
    private static Dictionary<string, int>? Header(IReadOnlyList<string> header, IReadOnlyList<string> columns, ImportProblems problems)
    {
        var places = new Dictionary<string, int>();
        for (var place = 0; place < header.Count; place++)
        {
            var name = header[place].Trim();
            if (!columns.Contains(name))
            {
                problems.Add(1, name, $"There is no such column. The columns are {string.Join(", ", columns)}.");
            }
            else if (!places.TryAdd(name, place))
            {
                problems.Add(1, name, "This column is there twice.");
            }
        }

        foreach (var missing in columns.Where(column => !places.ContainsKey(column)))
        {
            problems.Add(1, missing, $"This column is missing. The columns are {string.Join(", ", columns)}.");
        }

        return problems.Any ? null : places;
    }

    /// <summary>A file without lines would empty the list, and is most likely a mistake.</summary>
    private static IReadOnlyList<CsvLine> Empty(ImportProblems problems)
    {
        if (!problems.Any)
        {
            problems.Add(1, "", "The file has no lines after the first. Nothing was changed.");
        }

        return [];
    }

    private static string? Decode(ReadOnlySpan<byte> content, ImportProblems problems)
    {
        content = content.StartsWith(Encoding.UTF8.Preamble) ? content[Encoding.UTF8.Preamble.Length..] : content;
        try
        {
            return Strict.GetString(content);
        }
        catch (DecoderFallbackException wrong)
        {
            var line = 1 + content[..Math.Clamp(wrong.Index, 0, content.Length)].Count((byte)'\n');
            problems.Add(line, "", "The file is not in UTF-8. In a spreadsheet, save it as “CSV UTF-8”.");
            return null;
        }
    }
}
