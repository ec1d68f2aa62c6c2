using Microsoft.Extensions.Configuration;

namespace TechPlan.Functions.Setup;

/// <summary>A setting that may hold several values.</summary>
internal static class SettingList
{
    /// <summary>Values written as an array, or in one text with blanks or commas between: a Key Vault reference gives only the latter.</summary>
    internal static IEnumerable<string> ReadList(this IConfiguration configuration, string key)
    {
        var section = configuration.GetSection(key);
        var texts = section.Value is { } one ? [one] : section.GetChildren().Select(child => child.Value ?? "");
        return texts.SelectMany(text => text.Split([' ', ',', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    /// <summary>Adds all of the values to an option.</summary>
    internal static void AddRange(this IList<string> list, IEnumerable<string> values)
    {
        foreach (var value in values)
        {
            list.Add(value);
        }
    }
}
