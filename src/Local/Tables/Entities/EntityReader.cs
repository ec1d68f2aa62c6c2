using System.Text.Json;
using Azure;
using Azure.Data.Tables;

namespace TechPlan.Local.Tables.Entities;

/// <summary>Makes entities of the service's answers.</summary>
internal static class EntityReader
{
    public static T Read<T>(Response response)
        where T : class, ITableEntity
    {
        using var document = JsonDocument.Parse(response.Content.ToMemory());
        return Read<T>(document.RootElement);
    }

    public static IReadOnlyList<T> ReadAll<T>(Response response)
        where T : class, ITableEntity
    {
        using var document = JsonDocument.Parse(response.Content.ToMemory());
        return [.. document.RootElement.GetProperty("value").EnumerateArray().Select(Read<T>)];
    }

    private static T Read<T>(JsonElement row)
        where T : class, ITableEntity
    {
        var entity = Activator.CreateInstance<T>();
        if (entity is TableEntity dictionary)
        {
            ReadInto(dictionary, row);
        }
        else
        {
            ReadInto(entity, EntityMap.For(typeof(T)), row);
        }

        return entity;
    }

    private static void ReadInto(TableEntity entity, JsonElement row)
    {
        var types = Annotations(row);
        foreach (var property in row.EnumerateObject())
        {
            if (IsOfTheRow(property.Name) && !ReadOwn(entity, property))
            {
                entity[property.Name] = EdmReader.Read(property.Value, types?.GetValueOrDefault(property.Name));
            }
        }
    }

    private static void ReadInto(ITableEntity entity, EntityMap map, JsonElement row)
    {
        foreach (var property in row.EnumerateObject())
        {
            if (IsOfTheRow(property.Name) && !ReadOwn(entity, property))
            {
                map.Read(property.Name, property.Value, entity);
            }
        }
    }

    private static bool IsOfTheRow(string name) =>
        !name.EndsWith(Names.TypeSuffix, StringComparison.Ordinal)
        && (name is Names.ETag || !name.StartsWith(Names.Protocol, StringComparison.Ordinal));

    // Timestamp carries no annotation, although it is a date.
    private static bool ReadOwn(ITableEntity entity, JsonProperty property)
    {
        switch (property.Name)
        {
            case Names.PartitionKey:
                entity.PartitionKey = property.Value.GetString()!;
                return true;
            case Names.RowKey:
                entity.RowKey = property.Value.GetString()!;
                return true;
            case Names.Timestamp:
                entity.Timestamp = property.Value.GetDateTimeOffset();
                return true;
            case Names.ETag:
                entity.ETag = new ETag(property.Value.GetString()!);
                return true;
            default:
                return false;
        }
    }

    private static Dictionary<string, string?>? Annotations(JsonElement row)
    {
        Dictionary<string, string?>? types = null;
        foreach (var property in row.EnumerateObject())
        {
            if (property.Name.EndsWith(Names.TypeSuffix, StringComparison.Ordinal))
            {
                types ??= new(StringComparer.Ordinal);
                types[property.Name[..^Names.TypeSuffix.Length]] = property.Value.GetString();
            }
        }

        return types;
    }
}
