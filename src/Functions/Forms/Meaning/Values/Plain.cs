using System.Globalization;
using System.Text;

namespace TechPlan.Functions.Forms.Meaning.Values;

/// <summary>Makes typed text comparable: lower case, no accents, plain quotes and dashes, single blanks.</summary>
internal static class Plain
{
    /// <summary>No field of one line is longer; what is longer is not looked through for a date or a number.</summary>
    internal const int LongestValue = 400;

    internal static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in Whole(text).Normalize(NormalizationForm.FormKD))
        {
            if (Sign(letter) is { } sign && !(sign == ' ' && (plain.Length == 0 || plain[^1] == ' ')))
            {
                plain.Append(sign);
            }
        }

        return plain.ToString().TrimEnd();
    }

    /// <summary>Half a surrogate pair would make normalization throw.</summary>
    internal static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static char? Sign(char letter) => letter switch
    {
        '‘' or '’' or '‛' or '′' or '`' or '´' or 'ʼ' => '\'',
        '“' or '”' or '„' or '‟' or '″' or '«' or '»' => '"',
        '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' or '﹣' or '－' => '-',
        '⁄' or '∕' => '/',
        _ when char.IsWhiteSpace(letter) || char.IsControl(letter) => ' ',
        _ when CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format => null,
        _ => char.ToLowerInvariant(letter),
    };
}
