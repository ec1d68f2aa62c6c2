using System.Text.Json;
using System.Text.Json.Nodes;

namespace TechPlan.Functions.Mailbox.Parse;

/// <summary>The fields of a post that are JSON. What is not as it should be is taken for absent.</summary>
internal static class ParseJson
{
    private static readonly JsonNodeOptions Lenient = new() { PropertyNameCaseInsensitive = false };

    private static readonly JsonDocumentOptions Shallow = new() { MaxDepth = 8 };

    /// <summary>The object's members; none when it is no object.</summary>
    internal static JsonObject Object(byte[]? octets)
    {
        try
        {
            return octets is null ? [] : JsonNode.Parse(octets, Lenient, Shallow) as JsonObject ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>The members of an object that are texts.</summary>
    internal static IReadOnlyDictionary<string, string> Texts(byte[]? octets) => Texts(Object(octets));

    /// <summary>The members of an object that are texts; none when it is no object.</summary>
    internal static IReadOnlyDictionary<string, string> Texts(JsonNode? node)
    {
        var texts = new Dictionary<string, string>();
        try
        {
            foreach (var (name, value) in node as JsonObject ?? [])
            {
                if (value is JsonValue text && text.TryGetValue(out string? content))
                {
                    texts[name] = content;
                }
            }
        }
        catch (Exception broken) when (broken is ArgumentException or InvalidOperationException)
        {
            // The same name twice, or half a character: what was read before stands.
        }

        return texts;
    }
}
