namespace TechPlan.Functions.Mail.Events;

/// <summary>
/// What became of a mail after a carrier took it, from the least to the most final: a later one is never replaced by an earlier one.
/// The names are part of the stored data.
/// </summary>
public enum DeliveryState
{
    /// <summary>The recipient's server puts it off; the carrier goes on trying.</summary>
    Deferred,

    /// <summary>The recipient's server has it.</summary>
    Delivered,

    /// <summary>The carrier did not try: it has the address on a list of those that it no longer writes to, or takes it for none.</summary>
    Withheld,

    /// <summary>The recipient's server refused it, at once or after it had taken it.</summary>
    Bounced,

    /// <summary>The recipient has it and called it spam; the carrier will not write to the address again.</summary>
    SpamReported,
}
