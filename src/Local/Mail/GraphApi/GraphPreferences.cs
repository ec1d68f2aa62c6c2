using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace TechPlan.Local.Mail.GraphApi;

/// <summary>What a request asks for in its Prefer headers.</summary>
/// <param name="HasImmutableIds">Ids stay as they are when a message is moved.</param>
/// <param name="WantsText">HTML bodies are answered as text.</param>
/// <param name="PageSize">Of a delta; null when the service chooses.</param>
internal sealed partial record GraphPreferences(bool HasImmutableIds, bool WantsText, int? PageSize)
{
    public static readonly GraphPreferences None = new(HasImmutableIds: false, WantsText: false, PageSize: null);

    public static GraphPreferences Read(HttpRequest request)
    {
        var asked = request.Headers["Prefer"].ToString();
        return asked.Length == 0 ? None : new GraphPreferences(
            asked.Contains("IdType=\"ImmutableId\"", StringComparison.OrdinalIgnoreCase),
            asked.Contains("outlook.body-content-type=\"text\"", StringComparison.OrdinalIgnoreCase),
            MaxPageSize().Match(asked) is { Success: true } size ? int.Parse(size.ValueSpan[(size.ValueSpan.IndexOf('=') + 1)..], CultureInfo.InvariantCulture) : null);
    }

    /// <summary>What the answer's Preference-Applied says; null when nothing was asked for.</summary>
    public string? Applied()
    {
        string?[] applied = [HasImmutableIds ? "IdType=\"ImmutableId\"" : null, WantsText ? "outlook.body-content-type=\"text\"" : null, PageSize is { } size ? $"odata.maxpagesize={size}" : null];
        var said = string.Join(", ", applied.OfType<string>());
        return said.Length > 0 ? said : null;
    }

    [GeneratedRegex("odata\\.maxpagesize=[1-9][0-9]{0,4}(?![0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex MaxPageSize();
}
