namespace TechPlan.Functions.Mail.Delivery;

/// <summary>How far a mail has come. The names are part of the stored data.</summary>
public enum MailState
{
    /// <summary>Its time has not come, or it is to be tried again.</summary>
    Waiting,

    /// <summary>A carrier is being asked, or was when the app died.</summary>
    Sending,

    /// <summary>A carrier has taken it.</summary>
    Sent,

    /// <summary>It was no longer true, or there was nobody to send it to.</summary>
    Dropped,

    /// <summary>No carrier would take it; the office has a task.</summary>
    Failed,
}
