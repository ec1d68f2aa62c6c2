using System.Globalization;

namespace TechPlan.Functions.Web.Forms;

/// <summary>How much people may write, in characters as they count them.</summary>
public static class TextLimits
{
    /// <summary>A note or a reason; what needs more belongs into a letter.</summary>
    public const int Note = 4000;

    /// <summary>The error for a text that is too long; null when it is not.</summary>
    public static FieldError? TooLong(FormState form, string field, int limit) =>
        form[field].IsLongerThan(limit) ? new FieldError(field, string.Create(CultureInfo.GetCultureInfo("en-US"), $"Shorten this to {limit:N0} characters.")) : null;
}
