using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TechPlan.Local.Durable.Replay;

/// <summary>Ids that look random and come out the same on every replay (RFC 9562 version 8, from a hash of where the code stands).</summary>
internal sealed class DeterministicGuids(string seed)
{
    private int _count;

    public Guid Next(DateTimeOffset now)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"{seed}|{now:O}|{_count++}");
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(place)).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
