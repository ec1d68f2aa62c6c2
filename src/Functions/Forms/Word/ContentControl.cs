using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace TechPlan.Functions.Forms.Word;

/// <summary>What a content control says about itself, apart from what stands in it.</summary>
internal sealed partial class ContentControl
{
    private readonly XElement? _properties;

    internal ContentControl(XElement control)
    {
        _properties = control.Child("sdtPr");
        Content = control.Child("sdtContent");
        var tag = _properties?.Child("tag").Val();
        Name = FieldNames.Best(tag, _properties?.Child("alias").Val());
        IsFrame = FrameKinds.Any(_properties.Has) || IsLocked || tag?.StartsWith("goog_rdk", StringComparison.Ordinal) == true;
    }

    /// <summary>Where what it shows stands; null when it is broken.</summary>
    internal XElement? Content { get; }

    internal string? Name { get; }

    /// <summary>
    /// Nothing to fill in, only a frame around other text: a table of contents, rows that may be repeated, a text nobody may change, or
    /// what Google's editor puts around every remark.
    /// </summary>
    internal bool IsFrame { get; }

    /// <summary>Whether it is ticked; null when it is no check box.</summary>
    internal bool? Ticked => _properties?.Child("w14:checkbox") is { } box ? box.Child("w14:checked").Switch() ?? false : null;

    /// <summary>Whether nobody has typed or chosen yet, so that it shows an invitation to do so.</summary>
    internal bool ShowsPlaceholder => _properties?.Child("showingPlcHdr").Switch() == true;

    /// <summary>What it says, when it shows this text.</summary>
    internal string Value(string shown) => TypedValue.Of(shown) switch
    {
        _ when ShowsPlaceholder => "",
        var entry when IsNoChoice(entry) => "",
        "" => Chosen?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        var text => IsDayFirst && Chosen is { } date && SaysInNumbers(text, date) ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : text,
    };

    private static readonly string[] FrameKinds = ["docPartObj", "docPartList", "group", "picture", "equation", "bibliography", "citation"];

    private bool IsLocked => _properties?.Child("lock").Val() is "contentLocked" or "sdtContentLocked";

    private bool IsNoChoice(string entry) => (_properties?.Child("dropDownList") ?? _properties?.Child("comboBox")) is { } list
        && list.Elements().Any(item => (item.Word("displayText") ?? item.Word("value") ?? "").Trim() == entry && ((item.Word("value") ?? "").Length == 0 || TypedValue.IsNoChoice(entry)));

    // The day that was picked from the calendar. Who typed over it may have left the old one behind.
    private DateOnly? Chosen => _properties?.Child("date")?.Word("fullDate") is { Length: >= 10 } full
        && DateOnly.TryParseExact(full.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        ? date
        : null;

    private bool IsDayFirst => _properties?.Child("date")?.Child("dateFormat").Val()?.TrimStart('\'', ' ').StartsWith('d') == true;

    // 4/10/2026 in a control that shows the day first: the day that was picked says the same and cannot be mistaken.
    private static bool SaysInNumbers(string text, DateOnly date) => DayFirst().Match(text) is { Success: true } match
        && Number(match, "day") == date.Day && Number(match, "month") == date.Month && Number(match, "year") % 100 == date.Year % 100;

    private static int Number(Match match, string part) => int.Parse(match.Groups[part].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<day>[0-9]{1,2})[./ -](?<month>[0-9]{1,2})[./ -](?<year>[0-9]{2}|[0-9]{4})\.?$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex DayFirst();
}
