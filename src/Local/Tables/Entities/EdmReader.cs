using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace TechPlan.Local.Tables.Entities;

/// <summary>Reads OData values, either as the type a property declares or as the type the service names.</summary>
internal static class EdmReader
{
    private static readonly FrozenDictionary<Type, Func<JsonElement, object?>> ByType =
        new Dictionary<Type, Func<JsonElement, object?>>
        {
            [typeof(string)] = x => x.ValueKind == JsonValueKind.String ? x.GetString() : null,
            [typeof(bool)] = x => x.GetBoolean(),
            [typeof(int)] = x => x.GetInt32(),
            [typeof(long)] = x => Int64(x),
            [typeof(double)] = x => Double(x),
            [typeof(DateTimeOffset)] = x => x.GetDateTimeOffset(),
            [typeof(DateTime)] = x => x.GetDateTimeOffset().UtcDateTime,
            [typeof(Guid)] = x => x.GetGuid(),
            [typeof(byte[])] = x => x.GetBytesFromBase64(),
            [typeof(BinaryData)] = x => BinaryData.FromBytes(x.GetBytesFromBase64()),
        }.ToFrozenDictionary();

    /// <summary>The reader for properties of <paramref name="type"/>, or null when no such value can be stored.</summary>
    public static Func<JsonElement, object?>? For(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain.IsEnum
            ? x => Enum.Parse(plain, x.GetString()!)
            : ByType.GetValueOrDefault(plain);
    }

    /// <summary>The value as the type the annotation names; without one, as JSON shows it.</summary>
    public static object? Read(JsonElement value, string? annotation) => annotation switch
    {
        "Edm.Int64" => Int64(value),
        "Edm.Double" => Double(value),
        "Edm.DateTime" => value.GetDateTimeOffset(),
        "Edm.Guid" => value.GetGuid(),
        "Edm.Binary" => value.GetBytesFromBase64(),
        _ => value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number => value.TryGetInt32(out var number) ? number : (object)value.GetDouble(),
            _ => null,
        },
    };

    private static long Int64(JsonElement value) =>
        value.ValueKind == JsonValueKind.String
            ? long.Parse(value.GetString()!, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
            : value.GetInt64();

    private static double Double(JsonElement value) =>
        value.ValueKind == JsonValueKind.String
            ? double.Parse(value.GetString()!, NumberStyles.Float, CultureInfo.InvariantCulture)
            : value.GetDouble();
}
