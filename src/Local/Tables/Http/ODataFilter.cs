using System.Globalization;

namespace TechPlan.Local.Tables.Http;

/// <summary>Turns an interpolated string into an OData filter whose values can never be read as syntax.</summary>
internal static class ODataFilter
{
    public static string Create(FormattableString filter)
    {
        var literals = new object[filter.ArgumentCount];
        for (var i = 0; i < literals.Length; i++)
        {
            literals[i] = Literal(filter.GetArgument(i));
        }

        return string.Format(CultureInfo.InvariantCulture, filter.Format, literals);
    }

    /// <summary>The one escape that OData strings know.</summary>
    public static string DoubleQuotes(string text) => text.Replace("'", "''", StringComparison.Ordinal);

    private static string Literal(object? value) => value switch
    {
        null => "null",
        bool x => x ? "true" : "false",
        sbyte or byte or short or ushort or int or uint or float or double or decimal =>
            ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        long or ulong => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture) + "L",
        Guid x => $"guid'{x}'",
        byte[] x => $"X'{Convert.ToHexString(x)}'",
        BinaryData x => $"X'{Convert.ToHexString(x.ToMemory().Span)}'",
        DateTimeOffset x => Instant(x.UtcDateTime),
        DateTime x => Instant(x.ToUniversalTime()),
        string x => $"'{DoubleQuotes(x)}'",
        char x => $"'{DoubleQuotes(x.ToString())}'",
        _ => throw new ArgumentException($"A value of type {value.GetType()} has no form in a table filter.", nameof(value)),
    };

    private static string Instant(DateTime utc) =>
        $"datetime'{utc.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture)}'";
}
