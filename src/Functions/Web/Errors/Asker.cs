using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace TechPlan.Functions.Web.Errors;

/// <summary>Whether a person or a program asks, by what it says it accepts.</summary>
public static class Asker
{
    /// <summary>True when JSON is preferred to HTML; when neither is named, programs are who asks for the API's paths.</summary>
    public static bool IsProgram(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept;
        var (json, html) = (Quality(accepted, IsJson), Quality(accepted, IsHtml));
        return json is null && html is null ? request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) : (json ?? 0) > (html ?? 0);
    }

    private static double? Quality(IList<MediaTypeHeaderValue> accepted, Func<MediaTypeHeaderValue, bool> matches) =>
        accepted.Where(matches).Max(type => type.Quality ?? (double?)1);

    private static bool IsJson(MediaTypeHeaderValue type) =>
        type.MediaType.Equals("application/problem+json", StringComparison.OrdinalIgnoreCase)
        || type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase);

    private static bool IsHtml(MediaTypeHeaderValue type) =>
        type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase)
        || type.MediaType.Equals("application/xhtml+xml", StringComparison.OrdinalIgnoreCase);
}
