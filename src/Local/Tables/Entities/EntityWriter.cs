using System.Buffers;
using System.Text.Json;
using Azure.Data.Tables;

namespace TechPlan.Local.Tables.Entities;

/// <summary>Writes a row as the service wants it: keys first, nulls, version and timestamp left out.</summary>
internal static class EntityWriter
{
    public static ReadOnlyMemory<byte> ToJson(ITableEntity entity)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString(Names.PartitionKey, entity.PartitionKey);
            json.WriteString(Names.RowKey, entity.RowKey);
            WriteProperties(json, entity);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static void WriteProperties(Utf8JsonWriter json, ITableEntity entity)
    {
        if (entity is not TableEntity dictionary)
        {
            EntityMap.For(entity.GetType()).Write(json, entity);
            return;
        }

        foreach (var (name, value) in dictionary)
        {
            if (value is not null && name is not (Names.PartitionKey or Names.RowKey or Names.Timestamp or Names.ETag))
            {
                EdmWriter.Write(json, name, Storable(name, value));
            }
        }
    }

    // A dictionary cannot know on reading that a text was once an enum, so it is not let in.
    private static object Storable(string name, object value) =>
        value is Enum
            ? throw new NotSupportedException($"Property '{name}' is an enum; store its name, or use a class of your own.")
            : value;
}
