using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace TechPlan.Domain.Directory;

/// <summary>A school's name taken apart, so that names written differently can be compared.</summary>
/// <param name="Words">What makes the name: <c>lincoln</c>, <c>saint</c>, <c>mary</c>; in the order of the alphabet.</param>
/// <param name="Kinds">What sort of school it is: <c>elementary</c>; in the order of the alphabet.</param>
/// <param name="Numbers">Without leading zeros: 012 is the number 12.</param>
/// <param name="Initials">Of the words alone and of the whole name, as written: <c>mlk</c>, <c>mlkes</c>.</param>
internal sealed record SchoolName(ImmutableArray<string> Words, ImmutableArray<string> Kinds, ImmutableArray<string> Numbers, ImmutableArray<string> Initials)
{
    private const int LongestName = 200;
    private const string School = "school";

    private static readonly FrozenDictionary<string, string> Spellings = new Dictionary<string, string>
    {
        ["elem"] = "elementary", ["el"] = "elementary", ["ele"] = "elementary", ["es"] = "elementary", ["elementry"] = "elementary", ["primary"] = "elementary", ["primaria"] = "elementary",
        ["ms"] = "middle", ["mid"] = "middle", ["intermediate"] = "middle",
        ["hs"] = "high", ["sr"] = "senior", ["jr"] = "junior", ["acad"] = "academy", ["ctr"] = "center", ["centre"] = "center", ["ecc"] = "early childhood center",
        ["st"] = "saint", ["ste"] = "saint", ["mt"] = "mount", ["ft"] = "fort", ["dr"] = "doctor", ["n"] = "north", ["s"] = "south", ["e"] = "east", ["w"] = "west",
        ["sch"] = School, ["schl"] = School, ["schools"] = School, ["ps"] = School, ["escuela"] = School,
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> KindWords = new[] { "elementary", "middle", "high", "junior", "senior", "academy", "center", "charter", "montessori", "kindergarten" }.ToFrozenSet();

    private static readonly FrozenSet<string> Empty = new[] { School, "the", "of", "and", "at", "no", "nr", "number", "num", "public", "de", "la" }.ToFrozenSet();

    internal static SchoolName Of(string name)
    {
        var parts = WithoutJunior(Split(name.Length > LongestName ? "" : name));
        var words = parts.Where(part => !IsNumber(part) && !KindWords.Contains(part) && !Empty.Contains(part)).ToArray();
        var spoken = parts.Where(part => !IsNumber(part)).ToArray();
        return new SchoolName(
            [.. words.Order(StringComparer.Ordinal)],
            [.. parts.Where(KindWords.Contains).Distinct().Order(StringComparer.Ordinal)],
            [.. parts.Where(IsNumber).Order(StringComparer.Ordinal)],
            [.. new[] { InitialsOf(words), InitialsOf(spoken), InitialsOf([.. spoken, School]) }.Where(initials => initials.Length > 1).Distinct()]);
    }

    /// <summary>The same for every way of writing that makes no difference.</summary>
    internal string Key => $"{string.Join(' ', Words)}|{string.Join(' ', Kinds)}|{string.Join(' ', Numbers)}";

    internal bool IsEmpty => Words.IsEmpty && Numbers.IsEmpty;

    private static string[] Split(string name)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        foreach (var letter in Letters(name))
        {
            if (part.Length > 0 && (!char.IsLetterOrDigit(letter) || char.IsAsciiDigit(letter) != char.IsAsciiDigit(part[^1])))
            {
                parts.Add(part.ToString());
                part.Clear();
            }

            if (char.IsLetterOrDigit(letter))
            {
                part.Append(char.ToLowerInvariant(letter));
            }
        }

        parts.Add(part.ToString());
        return [.. parts.Where(found => found.Length > 0).SelectMany(found => Spelled(found).Split(' '))];
    }

    /// <summary>Junior is a kind of high school; behind a person's name it is left out as often as not.</summary>
    private static string[] WithoutJunior(string[] parts) => parts.Contains("high") ? parts : [.. parts.Where(part => part != "junior")];

    /// <summary>Without accents, and without what falls out of a name unheard: St. Mary's, P.S. 12.</summary>
    private static string Letters(string name)
    {
        var whole = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name)).Normalize(NormalizationForm.FormKD);
        return string.Concat(whole.Where((letter, at) =>
            CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark
            && letter is not ('\'' or '’' or '‘')
            && !(letter == '.' && IsSingleLetter(whole, at - 1))));
    }

    private static bool IsSingleLetter(string text, int at) =>
        at >= 0 && char.IsLetter(text[at]) && (at == 0 || !char.IsLetterOrDigit(text[at - 1]));

    private static string Spelled(string part) => IsNumber(part)
        ? part.TrimStart('0') is { Length: > 0 } number ? number : "0"
        : Spellings.GetValueOrDefault(part, part);

    private static bool IsNumber(string part) => char.IsAsciiDigit(part[0]);

    private static string InitialsOf(IReadOnlyCollection<string> words) => string.Concat(words.Where(word => word is not "of" and not "the").Select(word => word[0]));
}
