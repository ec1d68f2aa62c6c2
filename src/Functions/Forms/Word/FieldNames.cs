using System.Collections.Frozen;

namespace TechPlan.Functions.Forms.Word;

/// <summary>Tells the names that people gave to fields from those that programs gave.</summary>
internal static class FieldNames
{
    private static readonly FrozenSet<string> Programs = new[]
    {
        "", "text", "textfield", "textbox", "text box", "check", "checkbox", "check box", "dropdown", "drop down", "dropdownlist", "drop-down list", "combobox", "combo box",
        "listbox", "field", "formfield", "form field", "control", "content control", "date picker", "datepicker", "plain text", "rich text", "option", "bookmark", "unnamed",
        "text form field", "check box form field", "drop-down form field", "kontrollkästchen", "dropdownfeld", "textfeld",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The first of the names that says something; a tag of our own forms goes before all others.</summary>
    internal static string? Best(string? tag, string? title) =>
        tag is not null && FieldTags.PointerOf(tag) is not null ? tag.Trim() : WorthReading(title) ?? WorthReading(tag);

    /// <summary>Null for <c>Text12</c> and its like.</summary>
    internal static string? WorthReading(string? name)
    {
        var words = name?.Trim() ?? "";
        return Programs.Contains(words.TrimEnd("0123456789_-# ".AsSpan()).ToString()) || words.StartsWith("__Fieldmark__", StringComparison.Ordinal) || Guid.TryParse(words, out _)
            ? null
            : words;
    }
}
