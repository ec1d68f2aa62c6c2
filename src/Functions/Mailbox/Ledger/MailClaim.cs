using Azure;

namespace TechPlan.Functions.Mailbox.Ledger;

/// <summary>Whose a mail is, by its Message-ID.</summary>
internal abstract record MailClaim
{
    private MailClaim()
    {
    }

    /// <summary>The arrival that asked is to handle it, for the first time or again.</summary>
    public sealed record Mine : MailClaim;

    /// <summary>It has been handled, as this arrival or as another.</summary>
    public sealed record Done(MailPlace Place) : MailClaim;

    /// <summary>Another arrival has claimed it and is not done.</summary>
    public sealed record Elsewhere(string Arrival, ETag ETag) : MailClaim;
}
