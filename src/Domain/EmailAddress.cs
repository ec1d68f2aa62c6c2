using System.Diagnostics.CodeAnalysis;

namespace TechPlan.Domain;

/// <summary>
/// A mail address that is safe to put in a mail's header: one line, one '@', at most 254 characters. Two spellings that
/// differ only in upper and lower case are the same address.
/// </summary>
public sealed record EmailAddress
{
    /// <summary>The longest address that mail systems carry (RFC 5321, 4.5.3.1.3).</summary>
    public const int MaxLength = 254;

    private const int MaxMailboxLength = 64;
    private const string MailboxSigns = ".!#$%&'*+-/=?^_`{|}~";

    private EmailAddress(string value) => Value = value;

    /// <summary>The address as it was written, without surrounding blanks.</summary>
    public string Value { get; }

    /// <summary>The spelling that keys and comparisons use.</summary>
    [SuppressMessage("Globalization", "CA1308:Normalize strings to uppercase", Justification = "Addresses are written in lower case.")]
    public string Normalized => Value.ToLowerInvariant();

    /// <summary>Reads an address; null when it is none, or could carry more than an address into a header.</summary>
    public static EmailAddress? TryParse(string? text)
    {
        var value = text?.Trim();
        if (string.IsNullOrEmpty(value) || value.Length > MaxLength)
        {
            return null;
        }

        var at = value.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && IsMailbox(value[..at]) && IsHost(value[(at + 1)..]) ? new EmailAddress(value) : null;
    }

    /// <summary>Reads an address that was validated before, such as one of our own rows.</summary>
    /// <exception cref="FormatException">It is no address.</exception>
    public static EmailAddress Parse(string text) =>
        TryParse(text) ?? throw new FormatException("The text is not a mail address.");

    /// <inheritdoc />
    public bool Equals(EmailAddress? other) => string.Equals(Normalized, other?.Normalized, StringComparison.Ordinal);

    /// <inheritdoc />
    public override int GetHashCode() => Normalized.GetHashCode(StringComparison.Ordinal);

    /// <summary>The address as written.</summary>
    public override string ToString() => Value;

    /// <summary>What is before the '@': the atoms that all mail systems take, no quoted names.</summary>
    private static bool IsMailbox(string name) => name.Length <= MaxMailboxLength && IsDotted(name) && name.All(c => char.IsAsciiLetterOrDigit(c) || MailboxSigns.Contains(c, StringComparison.Ordinal));

    private static bool IsHost(string host) => IsDotted(host) && host[0] != '-' && host[^1] != '-' && host.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-');

    private static bool IsDotted(string text) => Array.TrueForAll(text.Split('.'), part => part.Length > 0);
}
