namespace TechPlan.Functions.Mail.Delivery;

/// <summary>The properties that a mail's row has beside its notice's.</summary>
internal static class MailColumns
{
    public const string State = "State";
    public const string Name = "Name";
    public const string Address = "Address";
    public const string Carrier = "Carrier";
    public const string TakenOverFrom = "TakenOverFrom";
    public const string Reason = "Reason";
    public const string Attempts = "Attempts";
    public const string NextAttemptAt = "NextAttemptAt";
    public const string DoneAt = "DoneAt";
    public const string ProviderId = "ProviderId";
    public const string Batch = "Batch";
}
