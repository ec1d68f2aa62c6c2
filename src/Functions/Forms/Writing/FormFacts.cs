using System.Globalization;

namespace TechPlan.Functions.Forms.Writing;

/// <summary>What the form says about the district that it is for.</summary>
/// <param name="Mailbox">Where it is mailed to; null where every school mails it to its own specialist.</param>
/// <param name="LeadTimeDays">How long before the session it has to be there (MG-02).</param>
public sealed record FormFacts(string District, string? Mailbox, int LeadTimeDays)
{
    /// <summary>Such as <c>two weeks</c>.</summary>
    public string LeadTime => LeadTimeDays switch
    {
        7 => "one week",
        14 => "two weeks",
        21 => "three weeks",
        28 => "four weeks",
        1 => "one day",
        _ => string.Create(CultureInfo.InvariantCulture, $"{LeadTimeDays} days"),
    };

    /// <summary>Where it is mailed to, fit for the middle of a sentence.</summary>
    public string Recipient => Mailbox ?? "your Learning Technologies SOS specialist";
}
