using Microsoft.DurableTask;
using Microsoft.DurableTask.Converters;

namespace TechPlan.Local.Durable;

/// <summary>Payloads as text, and how large they may be.</summary>
internal static class Payloads
{
    /// <summary>One MiB the way Table Storage counts it, in UTF-16.</summary>
    public const int MaxChars = 512 * 1024;

    private const int MaxCustomStatusChars = 8 * 1024;

    public static DataConverter Converter => JsonDataConverter.Default;

    public static string? Serialize(object? value, string what)
    {
        var text = Converter.Serialize(value);
        return text is { Length: > MaxChars }
            ? throw new ArgumentException($"{what} is {text.Length * 2L / 1024:N0} KiB; at most 1,024 KiB can be kept. Pass a reference instead.", nameof(value))
            : text;
    }

    public static string? SerializeCustomStatus(object? value)
    {
        var text = Converter.Serialize(value);
        return text is { Length: > MaxCustomStatusChars }
            ? throw new ArgumentException($"The custom status is {text.Length * 2L / 1024:N0} KiB; at most 16 KiB are allowed.", nameof(value))
            : text;
    }
}
