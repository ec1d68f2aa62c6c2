namespace TechPlan.Functions.Web.Forms;

/// <summary>Text as people type it, made fit to be kept.</summary>
public static class TypedText
{
    /// <summary>Without surrounding blanks and control characters; a browser's CR LF becomes a single line feed.</summary>
    public static string Clean(string? typed)
    {
        var text = (typed ?? "").ReplaceLineEndings("\n").Trim();
        return text.Any(IsUnwanted) ? string.Concat(text.Where(c => !IsUnwanted(c))) : text;
    }

    /// <summary>Whether more than <paramref name="limit"/> characters were typed, as people count them.</summary>
    public static bool IsLongerThan(this string text, int limit) => text.EnumerateRunes().Skip(limit).Any();

    private static bool IsUnwanted(char c) => char.IsControl(c) && c is not ('\n' or '\t');
}
