using System.Globalization;
using System.Text;

namespace TechPlan.Functions.Correspondence.Senders;

/// <summary>Names of people as they are written in different places.</summary>
internal static class PersonName
{
    /// <summary>Longer than any name; a form's field may hold a whole text.</summary>
    private const int MaxLength = 200;

    private static readonly string[] Titles = ["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "jr", "sr", "ii", "iii", "itl"];

    /// <summary>
    /// Whether two spellings may be one person's: accents, case, titles, order, middle names and initials do not count, but every
    /// name of the shorter one must be found in the other, and one of them whole.
    /// </summary>
    internal static bool MayBeSame(string one, string other)
    {
        var (left, right) = (Names(one), Names(other));
        var (fewer, more) = left.Count <= right.Count ? (left, right) : (right, left);
        return fewer.Exists(name => name.Length > 1 && more.Contains(name)) && fewer.TrueForAll(name => more.Exists(candidate => IsSame(name, candidate)));
    }

    private static bool IsSame(string one, string other) => one == other || (one.Length == 1 || other.Length == 1) && one[0] == other[0];

    private static List<string> Names(string text)
    {
        var plain = new StringBuilder();
        foreach (var c in Whole(text.Length > MaxLength ? text[..MaxLength] : text))
        {
            var category = CharUnicodeInfo.GetUnicodeCategory(c);
            _ = category is UnicodeCategory.NonSpacingMark || c is '\'' or '’' ? plain : plain.Append(char.IsLetter(c) ? char.ToUpperInvariant(c) : ' ');
        }

        return [.. plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(name => !Titles.Contains(name, StringComparer.OrdinalIgnoreCase))];
    }

    /// <summary>Half a surrogate pair would make normalization throw.</summary>
    private static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Normalize(NormalizationForm.FormD);
}
