using System.Text.Json;

namespace SendGrid;

/// <summary>The query parameters of a request, which callers hand in as a JSON object.</summary>
internal static class QueryString
{
    public static string FromJson(string? json)
    {
        if (json is null)
        {
            return "";
        }

        using var document = JsonDocument.Parse(json);
        var pairs = document.RootElement.EnumerateObject().SelectMany(property => Pairs(property.Name, property.Value));
        return "?" + string.Join('&', pairs);
    }

    private static IEnumerable<string> Pairs(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().SelectMany(element => Pairs(name, element)),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(property => Pairs(property.Name, property.Value)),
        JsonValueKind.Null => [],
        _ => [$"{name}={value}"],
    };
}
