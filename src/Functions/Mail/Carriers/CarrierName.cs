namespace TechPlan.Functions.Mail.Carriers;

/// <summary>Who takes a mail to its recipient. The names are part of the stored data.</summary>
public enum CarrierName
{
    /// <summary>Microsoft Graph, from the office's mailbox: for staff.</summary>
    Graph,

    /// <summary>SendGrid: for people registered for a session, many at once.</summary>
    SendGrid,
}
