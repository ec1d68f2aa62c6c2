namespace TechPlan.Functions.Mailbox;

/// <summary>The app's own mailbox, where requests come in (<c>TechPlan:Mailbox</c>).</summary>
public sealed class MailboxOptions
{
    public const string Section = "TechPlan:Mailbox";

    /// <summary>The most that Graph takes as a subscription's client state.</summary>
    internal const int LongestClientState = 128;

    /// <summary>A subscription to a mailbox lives for less than seven days.</summary>
    internal const int LongestSubscription = 10_079;

    /// <summary>Where mini-grant mail comes in and staff mail is sent from; empty: nothing is read, and staff mail is sent from the office's mailbox.</summary>
    public string Address { get; set; } = "";

    /// <summary>A secret of 16 to 128 characters that Graph repeats in every notification, so that nobody else's is believed.</summary>
    public string ClientState { get; set; } = "";

    /// <summary>The folder for what nobody needs to look at; made when it is missing.</summary>
    public string ProcessedFolder { get; set; } = "Processed";

    /// <summary>The folder for what a person must look at; made when it is missing.</summary>
    public string NeedsAttentionFolder { get; set; } = "Needs attention";

    /// <summary>How long a subscription is asked for; it is renewed when half of what was granted is over.</summary>
    public int SubscriptionMinutes { get; set; } = 8_640;

    /// <summary>How many days the first look at a mailbox goes back; what lies there from before stays as it is.</summary>
    public int FirstLookDays { get; set; } = 14;

    /// <summary>For how many days it is remembered that a mail was handled, and that a letter was sent.</summary>
    public int KeepHandledDays { get; set; } = 400;

    /// <summary>Whether mail is read.</summary>
    internal bool IsRead => Address.Length > 0;
}
