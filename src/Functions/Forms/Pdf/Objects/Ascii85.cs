namespace TechPlan.Functions.Forms.Pdf.Objects;

/// <summary>Five letters for four bytes (ISO 32000-1, 7.4.3).</summary>
internal static class Ascii85
{
    internal static ReadOnlyMemory<byte> Decode(ReadOnlySpan<byte> text)
    {
        var bytes = new MemoryStream(text.Length);
        var (group, letters) = (0UL, 0);
        foreach (var letter in text)
        {
            if (letter == '~')
            {
                break;
            }

            if (letter == 'z' && letters == 0)
            {
                bytes.Write([0, 0, 0, 0]);
            }
            else if (letter is >= (byte)'!' and <= (byte)'u')
            {
                group = (group * 85) + (letter - (uint)'!');
                if (++letters == 5)
                {
                    Write(bytes, group, 4);
                    (group, letters) = (0, 0);
                }
            }
        }

        if (letters > 1)
        {
            for (var missing = letters; missing < 5; missing++)
            {
                group = (group * 85) + 84;
            }

            Write(bytes, group, letters - 1);
        }

        return bytes.ToArray();
    }

    private static void Write(MemoryStream bytes, ulong group, int count)
    {
        for (var place = 0; place < count; place++)
        {
            bytes.WriteByte((byte)(group >> (24 - (8 * place))));
        }
    }
}
