using System.Collections.Immutable;

namespace TechPlan.Functions.Mailbox.Parse;

/// <summary>Reads the head of a mail as it was sent (RFC 5322, 2.2).</summary>
internal static class MailHead
{
    /// <summary>Real mails have a few dozen.</summary>
    private const int MostHeaders = 1_000;

    /// <summary>The headers in their order, unfolded. Lines that are none are left out.</summary>
    internal static ImmutableArray<MailHeader> Read(string head)
    {
        var headers = ImmutableArray.CreateBuilder<MailHeader>();
        foreach (var line in Unfold(head).Take(MostHeaders))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && IsName(line.AsSpan(0, colon)))
            {
                headers.Add(new MailHeader(line[..colon], line[(colon + 1)..].Trim()));
            }
        }

        return headers.ToImmutable();
    }

    /// <summary>A line that begins with a blank belongs to the one before it.</summary>
    private static IEnumerable<string> Unfold(string head)
    {
        var folded = new List<string>();
        foreach (var line in head.Split('\n').Select(line => line.TrimEnd('\r')))
        {
            if (folded.Count > 0 && line is not [' ' or '\t', ..])
            {
                yield return string.Concat(folded);
                folded.Clear();
            }

            folded.Add(line);
        }

        yield return string.Concat(folded);
    }

    private static bool IsName(ReadOnlySpan<char> name) => name.IndexOfAnyExceptInRange('!', '~') < 0;
}
