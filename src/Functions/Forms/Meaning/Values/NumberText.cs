using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace TechPlan.Functions.Forms.Meaning.Values;

/// <summary>Reads a number of people as people write it.</summary>
internal static partial class NumberText
{
    private static readonly FrozenDictionary<string, int> Words = new Dictionary<string, int>
    {
        ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9, ["ten"] = 10,
        ["eleven"] = 11, ["twelve"] = 12, ["thirteen"] = 13, ["fourteen"] = 14, ["fifteen"] = 15, ["sixteen"] = 16, ["seventeen"] = 17, ["eighteen"] = 18,
        ["nineteen"] = 19, ["twenty"] = 20, ["thirty"] = 30, ["forty"] = 40, ["fifty"] = 50, ["sixty"] = 60, ["seventy"] = 70, ["eighty"] = 80, ["ninety"] = 90,
        ["dozen"] = 12, ["hundred"] = 100, ["diez"] = 10, ["doce"] = 12, ["quince"] = 15, ["veinte"] = 20, ["treinta"] = 30, ["cuarenta"] = 40,
    }.ToFrozenDictionary();

    internal static ValueReading<int> Read(string typed)
    {
        if (int.TryParse(typed.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exact))
        {
            return ValueReading<int>.Exact(exact);
        }

        var text = Plain.Of(typed);
        var numbers = text.Length > Plain.LongestValue ? [] : Find(text);
        return numbers switch
        {
            [var one] when !IsOpen(text) => Understood(one),
            [var one] => Unsure(one, text),
            [var first, .. var others] when others.All(other => other == first) => Understood(first),
            [var first, ..] => Unsure(first, text),
            [] => ValueReading<int>.Unreadable("We could not find a number in it. Write a whole number, such as 15."),
        };
    }

    private static int[] Find(string text) =>
        [.. Digits().Matches(text).Select(match => Number(match.Value)).OfType<int>(), .. Spelled().Matches(text).Select(match => Number(match)).OfType<int>()];

    private static int? Number(string digits) =>
        int.TryParse(digits.Replace(",", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int? Number(Match spelled)
    {
        var tens = Words[spelled.Groups["first"].Value];
        var ones = spelled.Groups["second"] is { Success: true } second ? Words[second.Value] : 0;
        return ones == 0 ? tens : tens is >= 20 and <= 90 && ones < 10 ? tens + ones : null;
    }

    /// <summary>Whether it gives a bound or a part of a number, not the number.</summary>
    private static bool IsOpen(string text) => Open().IsMatch(text);

    private static ValueReading<int> Understood(int number) =>
        ValueReading<int>.Understood(number, string.Create(CultureInfo.InvariantCulture, $"We understood {number}."));

    private static ValueReading<int> Unsure(int number, string text) =>
        ValueReading<int>.Unsure(number, string.Create(CultureInfo.InvariantCulture, $"It says “{text}”. How many people do you expect? We noted {number} for now."));

    [GeneratedRegex(@"\d{1,3}(?:,\d{3})+|\d{1,9}", RegexOptions.NonBacktracking)]
    private static partial Regex Digits();

    [GeneratedRegex(
        @"\b(?<first>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozen|hundred|diez|doce|quince|veinte|treinta|cuarenta)(?:[- ](?<second>one|two|three|four|five|six|seven|eight|nine|dozen|hundred))?\b",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Spelled();

    [GeneratedRegex(@"\+|\?|[<>%]|\d\.\d|-\d|\b(?:at least|at most|up to|more than|less than|fewer than|over|under|or more|or so|min|max|minimum|maximum|half|plus|not|dozens|hundreds|tbd)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Open();
}
