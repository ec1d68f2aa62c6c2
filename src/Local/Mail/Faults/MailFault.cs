namespace TechPlan.Local.Mail.Faults;

/// <summary>A failure that a carrier answers with, instead of doing what it was asked.</summary>
/// <param name="Times">How many more requests it spoils.</param>
/// <param name="To">When given, only requests that send to this address, or draft to it, fail.</param>
internal sealed record MailFault(string Carrier, int Status, int? RetryAfterSeconds, int Times, string? To)
{
    public bool IsOf(string carrier) => string.Equals(Carrier, carrier, StringComparison.Ordinal);

    /// <returns>What is wrong with it, or null.</returns>
    public string? Check() =>
        Carrier is not (Carriers.Graph or Carriers.SendGrid) ? "carrier is \"graph\" or \"sendgrid\"."
        : Status is < 400 or > 599 ? "status is from 400 to 599."
        : RetryAfterSeconds is < 0 ? "retryAfterSeconds is not negative."
        : Times is < 1 or > 1_000_000 ? "times is from 1 to 1000000."
        : null;
}
