using System.Net.Mail;

namespace TechPlan.Local.Mail;

/// <summary>What may stand in a mail's header.</summary>
internal static class MailText
{
    /// <summary>A line break in a header value would let its author write headers of their own.</summary>
    public static bool BreaksHeader(string? value) => value is not null && value.Any(letter => char.IsControl(letter) && letter != '\t');

    public static bool IsAddress(string? value) =>
        value is not null
        && MailAddress.TryCreate(value, out var address)
        && string.Equals(address.Address, value, StringComparison.Ordinal);
}
