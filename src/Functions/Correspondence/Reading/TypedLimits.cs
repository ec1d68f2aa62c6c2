using System.Collections.Immutable;
using TechPlan.Functions.Forms;

namespace TechPlan.Functions.Correspondence.Reading;

/// <summary>Bounds what one form can hold, so that every draft and every refusal fits into a row of a megabyte.</summary>
internal static class TypedLimits
{
    /// <summary>A character takes at most six bytes in a row's JSON.</summary>
    private const int MostCharacters = 100_000;

    /// <summary>Twice what the longest field may have: whoever typed more is told that it is too long, not how much too long.</summary>
    private const int LongestField = 8_000;

    private const int MostFields = 200;

    internal static TypedForm Bounded(TypedForm typed)
    {
        var kept = ImmutableArray.CreateBuilder<TypedField>();
        var left = MostCharacters;
        foreach (var field in typed.Fields.Take(MostFields))
        {
            var text = Cut(field.Text, Math.Min(LongestField, left));
            left -= text.Length;
            kept.Add(field with { Text = text, Where = Cut(field.Where, 100) });
        }

        return typed with { Fields = kept.ToImmutable() };
    }

    /// <summary>Never between the halves of a surrogate pair.</summary>
    private static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(length > 0 && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
