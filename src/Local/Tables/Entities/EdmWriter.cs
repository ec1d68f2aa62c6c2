using System.Globalization;
using System.Text.Json;

namespace TechPlan.Local.Tables.Entities;

/// <summary>Writes a .NET value as an OData property, with its type where JSON alone would not say it.</summary>
internal static class EdmWriter
{
    public static void Write(Utf8JsonWriter json, string name, object value)
    {
        switch (value)
        {
            case string x:
                json.WriteString(name, x);
                break;
            case bool x:
                json.WriteBoolean(name, x);
                break;
            case int x:
                json.WriteNumber(name, x);
                break;
            case double x:
                WriteDouble(json, name, x);
                break;
            case Enum x:
                json.WriteString(name, x.ToString());
                break;
            default:
                var (type, text) = Annotated(name, value);
                json.WriteString(name + "@odata.type", type);
                json.WriteString(name, text);
                break;
        }
    }

    private static (string Type, string Text) Annotated(string name, object value) => value switch
    {
        long x => ("Edm.Int64", x.ToString(CultureInfo.InvariantCulture)),
        DateTimeOffset x => ("Edm.DateTime", Instant(x.UtcDateTime)),
        DateTime { Kind: DateTimeKind.Utc } x => ("Edm.DateTime", Instant(x)),
        DateTime x => throw new NotSupportedException(
            $"Property '{name}' is a DateTime of kind {x.Kind}; only UTC can be stored without guessing."),
        Guid x => ("Edm.Guid", x.ToString("D")),
        byte[] x => ("Edm.Binary", Convert.ToBase64String(x)),
        BinaryData x => ("Edm.Binary", Convert.ToBase64String(x.ToMemory().Span)),
        _ => throw new NotSupportedException($"Property '{name}' is a {value.GetType()}, which a table cannot store."),
    };

    private static string Instant(DateTime utc) => utc.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture);

    // JSON has no word for these three; OData writes them as text.
    private static void WriteDouble(Utf8JsonWriter json, string name, double value)
    {
        json.WriteString(name + "@odata.type", "Edm.Double");
        if (double.IsFinite(value))
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteString(name, double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
        }
    }
}
