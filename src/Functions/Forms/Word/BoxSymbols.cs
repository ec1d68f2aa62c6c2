using System.Globalization;
using System.Text;

namespace TechPlan.Functions.Forms.Word;

/// <summary>Boxes that are only drawn: characters of Unicode, or letters of a font whose letters are pictures.</summary>
internal static class BoxSymbols
{
    private const char Empty = '☐';
    private const char Ticked = '☒';

    /// <summary>Whether a character is a box, and whether it is ticked; null for any other character.</summary>
    internal static bool? IsTicked(Rune character) => character.Value switch
    {
        '☐' or '□' or '▢' or '◻' or '❏' or '❐' or '❑' or '❒' or '⬜' => false,
        '☑' or '☒' or '⊠' or '✅' or '❎' or 0x1F5F5 or 0x1F5F7 or 0x1F5F9 or 0x1FBBD => true,
        _ => null,
    };

    /// <summary>A text as its font shows it. Only boxes and ticks are known; the other pictures of such a font are nothing to read.</summary>
    internal static string Shown(string text, string? font) => IsPictureFont(font) ? string.Concat(text.Select(letter => Picture(letter, font!))) : text;

    /// <summary>The one character of a <c>w:sym</c>, which is named by its number in the font.</summary>
    internal static string Symbol(string? font, string? number) =>
        int.TryParse(number, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) && code is > 0 and < 0xD800 or > 0xDFFF and <= 0xFFFF
            ? IsPictureFont(font) ? Picture((char)code, font!) : PrivateUse(code) ? "" : ((char)code).ToString()
            : "";

    private static bool IsPictureFont(string? font) =>
        font is not null && (font.StartsWith("Wingdings", StringComparison.OrdinalIgnoreCase) || font.Equals("Webdings", StringComparison.OrdinalIgnoreCase));

    private static bool PrivateUse(int code) => code is >= 0xE000 and < 0xF900;

    // Such fonts number their pictures from 0x20, and Word adds 0xF000 to it or not.
    private static string Picture(char letter, string font) => (font.ToUpperInvariant(), letter & 0xFF) switch
    {
        _ when char.IsWhiteSpace(letter) => " ",
        ("WINGDINGS", 0x6F or 0x70 or 0x71 or 0x72 or 0xA8) or ("WINGDINGS 2", 0x2A or 0xA3) or ("WEBDINGS", 0x63) => Empty.ToString(),
        ("WINGDINGS", 0x78 or 0xFD or 0xFE) or ("WINGDINGS 2", 0x51 or 0x52 or 0x53 or 0x54) => Ticked.ToString(),
        ("WINGDINGS", 0xFB) or ("WINGDINGS 2", 0x4F) or ("WEBDINGS", 0x72) => "✗",
        ("WINGDINGS", 0xFC) or ("WINGDINGS 2", 0x50) or ("WEBDINGS", 0x61) => "✓",
        _ => "",
    };
}
