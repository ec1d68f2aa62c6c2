using System.Globalization;

namespace TechPlan.Functions.Forms.Pdf.Objects;

/// <summary>Goes through a file once and finds its objects and trailers. It never goes back, so its time grows with the file and nothing else.</summary>
internal sealed class PdfScan(ReadOnlyMemory<byte> file, PdfBudget budget)
{
    private const int LongestNumber = 10;

    private int _at;

    /// <returns>The heads that name the catalog: trailers, and the dictionaries of cross-reference streams, which take their place.</returns>
    internal IEnumerable<PdfValue.Map> Run(Action<int, PdfObject> keep)
    {
        while (!budget.IsSpent && NextKeyword() is { } keyword)
        {
            var head = keyword is Keyword.Trailer ? ReadTrailer() : ReadObject(keep);
            if (head is not null)
            {
                yield return head;
            }
        }
    }

    private enum Keyword
    {
        Object,
        Trailer,
    }

    /// <summary>Moves behind the next <c>obj</c> or <c>trailer</c>.</summary>
    private Keyword? NextKeyword()
    {
        // Both words are searched for by what few other words have; binary content rarely has either.
        while (file.Span[_at..].IndexOfAny("jr"u8) is >= 0 and var next)
        {
            _at += next + 1;
            var before = file.Span[.._at];
            if (before.EndsWith("obj"u8) && _at >= 4 && before[^4] != 'd')
            {
                return Keyword.Object;
            }

            if (before.EndsWith("trailer"u8))
            {
                return Keyword.Trailer;
            }
        }

        return null;
    }

    private PdfValue.Map? ReadTrailer()
    {
        var parser = new PdfParser(file, budget, _at);
        var head = parser.Next() as PdfValue.Map;
        _at = parser.At;
        return head;
    }

    /// <summary>Reads the object behind its <c>obj</c>; gives back the head of a cross-reference stream.</summary>
    private PdfValue.Map? ReadObject(Action<int, PdfObject> keep)
    {
        if (NumberBefore(_at - "obj".Length) is not { } number)
        {
            return null;
        }

        var parser = new PdfParser(file, budget, _at);
        if (parser.Next() is not { } value)
        {
            return null;
        }

        _at = parser.At;
        var raw = value is PdfValue.Map map && parser.Next() is PdfValue.Word { Value: "stream" } ? StreamAt(map, parser.At) : (ReadOnlyMemory<byte>?)null;
        keep(number, new PdfObject(value, raw));
        return raw is not null && value is PdfValue.Map head && PdfObjects.TypeOf(head) == "XRef" ? head : null;
    }

    /// <summary>The number in <c>12 0 obj</c>, read backwards.</summary>
    private int? NumberBefore(int place)
    {
        var generation = Digits(ref place);
        var number = Digits(ref place);
        return generation.Length > 0 && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    private string Digits(ref int place)
    {
        var span = file.Span;
        while (place > 0 && PdfCursor.IsSpace(span[place - 1]))
        {
            place--;
        }

        var end = place;
        while (place > 0 && end - place < LongestNumber && char.IsAsciiDigit((char)span[place - 1]))
        {
            place--;
        }

        return System.Text.Encoding.Latin1.GetString(span[place..end]);
    }

    /// <summary>The bytes of a stream, and on to its end: by its length where that is right, else by the word that ends it.</summary>
    private ReadOnlyMemory<byte> StreamAt(PdfValue.Map head, int start)
    {
        var span = file.Span;
        start += start < span.Length && span[start] == '\r' ? 1 : 0;
        start += start < span.Length && span[start] == '\n' ? 1 : 0;
        if (head.Entries.GetValueOrDefault("Length") is PdfValue.Number { Value: >= 0 } length && start + length.Value <= span.Length && EndsAt(start + (int)length.Value))
        {
            _at = start + (int)length.Value;
            return file[start.._at];
        }

        var end = span[start..].IndexOf("endstream"u8);
        _at = end < 0 ? span.Length : start + end;
        return file[start.._at];
    }

    private bool EndsAt(int place)
    {
        var cursor = new PdfCursor(file, place);
        return cursor.SkipSpace() && file.Span[cursor.At..].StartsWith("endstream"u8);
    }
}
