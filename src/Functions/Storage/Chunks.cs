using Azure.Data.Tables;

namespace TechPlan.Functions.Storage;

/// <summary>Long values in a row, spread over as many properties as they need: Name, Name1, Name2 and so on.</summary>
public static class Chunks
{
    /// <summary>A string property holds 64 KiB of UTF-16, which is 32,768 characters.</summary>
    private const int MaxCharacters = 30_000;

    /// <summary>A binary property holds 64 KiB.</summary>
    private const int MaxOctets = 60_000;

    /// <summary>Writes a text; what an earlier, longer text left behind is the caller's to replace with the whole row.</summary>
    public static void SetText(this TableEntity row, string name, string text)
    {
        for (int at = 0, nth = 0; at == 0 || at < text.Length; at += MaxCharacters, nth++)
        {
            row[NameOf(name, nth)] = text.Substring(at, Math.Min(MaxCharacters, text.Length - at));
        }
    }

    /// <summary>Reads a text written by <see cref="SetText"/>; null when there is none.</summary>
    public static string? GetText(this TableEntity row, string name)
    {
        var text = row.GetString(name);
        for (var nth = 1; text is not null && row.TryGetValue(NameOf(name, nth), out var more); nth++)
        {
            text += (string)more;
        }

        return text;
    }

    /// <summary>Writes bytes.</summary>
    public static void SetBytes(this TableEntity row, string name, ReadOnlySpan<byte> bytes)
    {
        for (int at = 0, nth = 0; at == 0 || at < bytes.Length; at += MaxOctets, nth++)
        {
            row[NameOf(name, nth)] = bytes.Slice(at, Math.Min(MaxOctets, bytes.Length - at)).ToArray();
        }
    }

    /// <summary>Reads bytes written by <see cref="SetBytes"/>; null when there are none.</summary>
    public static byte[]? GetBytes(this TableEntity row, string name)
    {
        if (row.GetBinary(name) is not { } first)
        {
            return null;
        }

        var all = new MemoryStream(first.Length);
        for (var (part, nth) = (first, 1); part is not null; part = row.ContainsKey(NameOf(name, nth)) ? row.GetBinary(NameOf(name, nth++)) : null)
        {
            all.Write(part);
        }

        return all.ToArray();
    }

    private static string NameOf(string name, int nth) => nth == 0 ? name : FormattableString.Invariant($"{name}{nth}");
}
