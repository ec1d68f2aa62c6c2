namespace TechPlan.Local.Mail;

/// <summary>How a mail came here, as mail.json and the faults spell it.</summary>
internal static class Carriers
{
    public const string Graph = "graph";
    public const string SendGrid = "sendgrid";

    /// <summary>No service of ours: mail that somebody outside sent to a mailbox.</summary>
    public const string Incoming = "incoming";
}
