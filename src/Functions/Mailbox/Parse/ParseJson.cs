using System.Text;
using System.Text.Json;

namespace TechPlan.Functions.Mailbox.Parse;

/// <summary>The fields of a post that are JSON. What is not as it should be is taken for absent.</summary>
internal static class ParseJson
{
    private static readonly JsonDocumentOptions Shallow = new() { MaxDepth = 8 };

    /// <summary>The members of an object that are texts; none when it is no object.</summary>
    internal static IReadOnlyDictionary<string, string> Texts(byte[]? octets)
    {
        using var document = Parse(octets);
        return Texts(document?.RootElement);
    }

    /// <summary>The members that are texts of an object's members that are objects.</summary>
    internal static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Objects(byte[]? octets)
    {
        using var document = Parse(octets);
        var objects = new Dictionary<string, IReadOnlyDictionary<string, string>>();
        foreach (var (name, value) in Members(document?.RootElement))
        {
            objects[name] = Texts(value);
        }

        return objects;
    }

    private static Dictionary<string, string> Texts(JsonElement? json)
    {
        var texts = new Dictionary<string, string>();
        foreach (var (name, value) in Members(json))
        {
            if (value.ValueKind is JsonValueKind.String && Read(value.GetString) is { } text)
            {
                texts[name] = text;
            }
        }

        return texts;
    }

    private static IEnumerable<(string Name, JsonElement Value)> Members(JsonElement? json)
    {
        if (json is not { ValueKind: JsonValueKind.Object } members)
        {
            yield break;
        }

        foreach (var member in members.EnumerateObject())
        {
            if (Read(() => member.Name) is { } name)
            {
                yield return (name, member.Value);
            }
        }
    }

    /// <summary>Bytes that are no UTF-8 become replacement characters before the text is looked into.</summary>
    private static JsonDocument? Parse(byte[]? octets)
    {
        try
        {
            return octets is null ? null : JsonDocument.Parse(Encoding.UTF8.GetString(octets), Shallow);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A text; null when it holds half a character.</summary>
    private static string? Read(Func<string?> text)
    {
        try
        {
            return text();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
