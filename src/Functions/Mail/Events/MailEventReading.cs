namespace TechPlan.Functions.Mail.Events;

/// <summary>What one item of a post turned out to be.</summary>
internal abstract record MailEventReading
{
    private MailEventReading()
    {
    }

    internal sealed record Event(MailEvent Value) : MailEventReading;

    /// <summary>An event of another kind, or about a mail that another sender at the same account sent.</summary>
    internal sealed record NotOurs : MailEventReading
    {
        internal static readonly NotOurs Instance = new();
    }

    internal sealed record Malformed : MailEventReading
    {
        internal static readonly Malformed Instance = new();
    }
}
