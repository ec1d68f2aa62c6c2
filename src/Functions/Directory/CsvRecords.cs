using System.Text;

namespace TechPlan.Functions.Directory;

/// <summary>One record of a CSV text.</summary>
/// <param name="Line">The line that it begins on, from 1; a quoted value may go over several.</param>
/// <param name="Damaged">A quotation mark is where none can be, or one is missing.</param>
internal sealed record CsvRecord(int Line, IReadOnlyList<string> Values, bool Damaged);

/// <summary>Splits a CSV text into records (RFC 4180). Empty lines are skipped; line ends may be of either kind.</summary>
internal sealed class CsvRecords(string text)
{
    private readonly StringBuilder _value = new();
    private int _at;
    private int _line = 1;
    private bool _damaged;

    internal IEnumerable<CsvRecord> Read()
    {
        while (_at < text.Length)
        {
            var line = _line;
            _damaged = false;
            var values = ReadRecord();
            if (values is not [""])
            {
                yield return new CsvRecord(line, values, _damaged);
            }
        }
    }

    private List<string> ReadRecord()
    {
        var values = new List<string>();
        while (true)
        {
            values.Add(Next() == '"' ? ReadQuoted() : ReadPlain());
            if (Next() != ',')
            {
                SkipLineEnd();
                return values;
            }

            _at++;
        }
    }

    private string ReadPlain()
    {
        var start = _at;
        while (Next() is not (',' or '\r' or '\n' or null))
        {
            _damaged |= text[_at++] == '"';
        }

        return text[start.._at];
    }

    private string ReadQuoted()
    {
        var closed = false;
        _value.Clear();
        for (_at++; Next() is { } c; _at++)
        {
            if (c == '"')
            {
                _at++;
                if (Next() != '"')
                {
                    closed = true;
                    break;
                }
            }

            _line += c == '\n' ? 1 : 0;
            _value.Append(c);
        }

        // After the closing mark only a comma or the line's end may follow.
        _damaged |= !closed || Next() is not (',' or '\r' or '\n' or null);
        return _value + ReadPlain();
    }

    private void SkipLineEnd()
    {
        _at += Next() == '\r' ? 1 : 0;
        _at += Next() == '\n' ? 1 : 0;
        _line++;
    }

    private char? Next() => _at < text.Length ? text[_at] : null;
}
