using System.Globalization;

namespace TechPlan.Domain.MiniGrants;

/// <summary>A date as it stands in a sentence, the same on every machine.</summary>
internal static class SentenceDate
{
    internal static string Of(DateOnly date) => date.ToString("dddd, MMMM d, yyyy", CultureInfo.InvariantCulture);
}
