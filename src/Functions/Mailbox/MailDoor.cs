namespace TechPlan.Functions.Mailbox;

/// <summary>How a mail came in. The names are part of the stored data.</summary>
public enum MailDoor
{
    /// <summary>The mailbox, read through Microsoft Graph.</summary>
    Graph,

    /// <summary>SendGrid's Inbound Parse, which hands each mail over once.</summary>
    Parse,
}
