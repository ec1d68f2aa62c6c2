using System.Globalization;

namespace TechPlan.Functions.Review;

/// <summary>The number of registrations as a person types it.</summary>
public static class CountEntry
{
    /// <summary>More than any room holds: a larger number is a slip.</summary>
    public const int Max = 5000;

    /// <summary>The number, or null when it is no whole number from 0 to <see cref="Max"/>.</summary>
    public static int? TryParse(string typed) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= Max ? count : null;
}
