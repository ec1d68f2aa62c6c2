using System.Collections.Concurrent;

namespace TechPlan.Local.Mail.SendGridApi.Webhooks;

/// <summary>The addresses that SendGrid no longer writes to, and why. The list lasts as long as the process.</summary>
internal sealed class Suppressions
{
    private readonly ConcurrentDictionary<string, string> _reasons = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyDictionary<string, string> All => _reasons;

    /// <returns>In SendGrid's words; null when the address is written to.</returns>
    public string? ReasonFor(string address) => _reasons.GetValueOrDefault(address);

    /// <summary>Puts an address on the list when an event calls for it.</summary>
    public void After(string happened, string address)
    {
        if (happened is "bounce" or "spamreport")
        {
            _reasons[address] = happened is "bounce" ? "Bounced Address" : "Spam Reporting Address";
        }
    }

    public void Clear() => _reasons.Clear();
}
