namespace TechPlan.Functions.Mailbox;

/// <summary>The app's own mailbox, where requests come in (<c>TechPlan:Mailbox</c>).</summary>
public sealed class MailboxOptions
{
    public const string Section = "TechPlan:Mailbox";

    /// <summary>Where mini-grant mail comes in and staff mail is sent from; empty: nothing is read, and staff mail is sent from the office's mailbox.</summary>
    public string Address { get; set; } = "";

    /// <summary>Whether mail is read.</summary>
    internal bool IsRead => Address.Length > 0;
}
