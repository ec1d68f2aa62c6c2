using System.Text.RegularExpressions;

namespace TechPlan.Functions.Forms.Meaning.Labels;

/// <summary>The other schools of the form, in the order in which they were found.</summary>
internal sealed partial class PartnerLines
{
    /// <summary>Far more than any policy allows: what comes behind is not read, and the rules refuse the list anyway.</summary>
    private const int MostLines = 200;

    private readonly List<Line> _lines = [];
    private readonly Dictionary<int, Line> _named = [];

    internal void AddSchool(Finding school) => AddSchool(school, isListed: false);

    private void AddSchool(Finding school, bool isListed)
    {
        if (_lines.Count < MostLines)
        {
            _lines.Add(new Line { School = school, IsListed = isListed });
        }
    }

    /// <summary>The number belongs to the school before it. A label without an answer may be the one of a field that comes under a name of its own.</summary>
    internal void AddPeople(Finding people)
    {
        if (people.Text.Length > 0 && _lines is [.., { People: null } last])
        {
            last.People = people;
        }
    }

    /// <summary>A field with one of our own names says its line. A line that was copied along with its names comes again: that is another school.</summary>
    internal void AddNamed(string pointer, int index, Finding finding)
    {
        var isSchool = pointer.EndsWith("/school", StringComparison.Ordinal);
        if (!_named.TryGetValue(index, out var line) || Nothing.IsTyped((isSchool ? line.School : line.People)?.Text))
        {
            if (_lines.Count >= MostLines)
            {
                return;
            }

            _named[index] = line = new Line();
            _lines.Add(line);
        }

        if (isSchool)
        {
            line.School = finding;
        }
        else
        {
            line.People = finding;
        }
    }

    /// <summary>Several schools in one field: "School 044 (6), School 052 (5)"; one a line.</summary>
    internal void AddList(Finding list)
    {
        if (!Nothing.IsTyped(list.Text) || No().IsMatch(list.Text))
        {
            return;
        }

        var entries = list.Text.Split(list.Text.Contains('\n', StringComparison.Ordinal) ? ['\n', ';'] : list.Text.Contains(';', StringComparison.Ordinal) ? [';'] : [','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var entry in entries.Where(entry => entry.Any(char.IsLetterOrDigit)))
        {
            AddSchool(list with { Text = Bullet().Replace(entry, ""), Certainty = list.Certainty > Certainty.Understood ? list.Certainty : Certainty.Understood }, isListed: true);
        }
    }

    /// <summary>Behind the heading of lines that bear our own names stands what to do with them, and no list.</summary>
    internal IEnumerable<TypedField> ToFields() =>
        _lines.Where(line => !line.IsListed || _named.Count == 0).Where(line => Nothing.IsTyped(line.School?.Text) || Nothing.IsTyped(line.People?.Text)).SelectMany((line, index) => line.Fields(index));

    [GeneratedRegex(@"^\s*(?:no|none|just us|ninguna)\b.{0,30}$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex No();

    [GeneratedRegex(@"^\s*(?:[-–—*•·▪]|\d{1,2}[.)])\s*", RegexOptions.NonBacktracking)]
    private static partial Regex Bullet();

    private sealed class Line
    {
        internal bool IsListed { get; init; }

        internal Finding? School { get; set; }

        internal Finding? People { get; set; }

        internal IEnumerable<TypedField> Fields(int index)
        {
            if (Nothing.IsTyped(School?.Text))
            {
                yield return FieldCandidates.Choose(FormPointers.PartnerSchool(index), [School!]);
            }

            if (Nothing.IsTyped(People?.Text))
            {
                yield return FieldCandidates.Choose(FormPointers.PartnerParticipants(index), [People!]);
            }
        }
    }
}
