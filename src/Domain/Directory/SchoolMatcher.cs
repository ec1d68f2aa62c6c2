using System.Collections.Frozen;
using System.Collections.Immutable;

namespace TechPlan.Domain.Directory;

/// <summary>
/// Finds the school that a typed name means: <c>#12</c>, <c>Lincoln Elem.</c> and <c>Lincon Elementary</c> are found, but where two schools could
/// be meant none is chosen. A number is never taken for another.
/// </summary>
internal sealed class SchoolMatcher
{
    private const int MostCandidates = 5;

    private readonly ImmutableArray<(School School, SchoolName Name)> _schools;
    private readonly FrozenDictionary<string, ImmutableArray<School>> _byKey;

    internal SchoolMatcher(IEnumerable<School> schools)
    {
        _schools = [.. schools.OrderBy(school => school.Name, StringComparer.Ordinal).Select(school => (school, SchoolName.Of(school.Name)))];
        _byKey = _schools.GroupBy(entry => entry.Name.Key, entry => entry.School).ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());
    }

    /// <summary>The school for a name that is not in the directory as it stands.</summary>
    internal SchoolMatch Find(string typed)
    {
        var whole = SchoolName.Of(typed);
        return Find(whole) is not SchoolMatch.None and var found ? found : Find(SchoolName.Of(MainPart(typed)));
    }

    private SchoolMatch Find(SchoolName typed)
    {
        if (typed.IsEmpty)
        {
            return SchoolMatch.None.Instance;
        }

        return _byKey.TryGetValue(typed.Key, out var same) ? Of(same) : Of([.. _schools.Where(entry => Means(typed, entry.Name)).Select(entry => entry.School)]);
    }

    private static SchoolMatch Of(ImmutableArray<School> schools) => schools switch
    {
        [] => SchoolMatch.None.Instance,
        [var one] => new SchoolMatch.Likely(one),
        _ => new SchoolMatch.Several([.. schools.Take(MostCandidates)]),
    };

    private static bool Means(SchoolName typed, SchoolName school) =>
        AgreeOrAreLeftOut(typed.Numbers, school.Numbers)
        && AgreeOrAreLeftOut(typed.Kinds, school.Kinds)
        && (typed.Words.IsEmpty ? !typed.Numbers.IsEmpty : AreLike(typed.Words, school.Words) || IsInitials(typed, school));

    /// <summary>People leave out what goes without saying to them, but do not write what is not so.</summary>
    private static bool AgreeOrAreLeftOut(ImmutableArray<string> typed, ImmutableArray<string> school) =>
        typed.IsEmpty || typed.SequenceEqual(school);

    /// <summary>Every typed word is one of the school's, slips allowed, and none of them is used twice. A name may be cut short.</summary>
    private static bool AreLike(ImmutableArray<string> typed, ImmutableArray<string> school)
    {
        var left = school.ToList();
        return typed.All(word => Take(left, word));
    }

    private static bool Take(List<string> left, string word)
    {
        var at = left.IndexOf(word) is >= 0 and var same ? same : left.FindIndex(other => Spelling.IsLike(word, other));
        if (at >= 0)
        {
            left.RemoveAt(at);
        }

        return at >= 0;
    }

    private static bool IsInitials(SchoolName typed, SchoolName school) =>
        typed.Words is [{ Length: > 1 } letters] && school.Words.Length + school.Kinds.Length > 1 && school.Initials.Contains(letters);

    /// <summary>Without what people add behind a name: (main campus), its address.</summary>
    private static string MainPart(string typed)
    {
        var end = typed.IndexOfAny(['(', ',', ';', '\n']);
        return end > 0 ? typed[..end] : "";
    }
}
