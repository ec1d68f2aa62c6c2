using System.Globalization;

namespace TechPlan.Functions.Correspondence.Letters;

/// <summary>The size of a file for people.</summary>
internal static class FileSize
{
    private const double Megabyte = 1024 * 1024;

    internal static string Of(long octets) => octets switch
    {
        < 1024 => string.Create(CultureInfo.InvariantCulture, $"{octets} bytes"),
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{octets / 1024} KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{octets / Megabyte:0.0} MB"),
    };
}
