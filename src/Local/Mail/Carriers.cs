namespace TechPlan.Local.Mail;

/// <summary>The names of the two mail services, as mail.json and the faults spell them.</summary>
internal static class Carriers
{
    public const string Graph = "graph";
    public const string SendGrid = "sendgrid";
}
