using System.Text.RegularExpressions;
using TechPlan.Domain.MiniGrants;

namespace TechPlan.Functions.Forms.Meaning.Values;

/// <summary>Reads and shows a session's type.</summary>
internal static partial class SessionTypeText
{
    internal static ValueReading<SessionType> Read(TypedField field)
    {
        var text = Plain.Of(field.Text);
        return (text, IsStandard(text), NamesSlc(text)) switch
        {
            ("standard", _, _) => ValueReading<SessionType>.Exact(SessionType.Standard),
            ("slc-level-1" or "slc level 1", _, _) => ValueReading<SessionType>.Exact(SessionType.SlcLevelOne),
            (_, true, true) => ValueReading<SessionType>.Unsure(SessionType.Standard, "It names both types. Is it a standard session or SLC Level 1?"),
            (_, true, false) => ValueReading<SessionType>.Understood(SessionType.Standard, "We understood a standard session."),
            (_, false, true) when OtherLevel().IsMatch(text) => ValueReading<SessionType>.Unsure(SessionType.SlcLevelOne, "It names another level of SLC. Is it SLC Level 1 or a standard session?"),
            (_, false, true) => ValueReading<SessionType>.Understood(SessionType.SlcLevelOne, "We understood an SLC Level 1 session."),
            _ => ValueReading<SessionType>.Unreadable("We know two types of session: standard and SLC Level 1. Say which it is."),
        };
    }

    internal static string Show(SessionType type) => type switch
    {
        SessionType.Standard => "Standard session",
        SessionType.SlcLevelOne => "SLC Level 1",
    };

    internal static bool NamesSlc(string text) => Slc().IsMatch(text);

    private static bool IsStandard(string text) => Standard().IsMatch(text);

    [GeneratedRegex(@"\bslc\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Slc();

    [GeneratedRegex(@"\b(?:standard|regular|normal|estandar)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Standard();

    [GeneratedRegex(@"\b(?:[2-9]|ii|iii|two|three)\b", RegexOptions.NonBacktracking)]
    private static partial Regex OtherLevel();
}
