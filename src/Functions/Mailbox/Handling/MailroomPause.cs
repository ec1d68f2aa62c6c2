namespace TechPlan.Functions.Mailbox.Handling;

/// <summary>Whether a round has to stop because the mailbox asked to be left alone.</summary>
internal sealed class MailroomPause
{
    private readonly Lock _lock = new();

    /// <summary>Null while nobody asked.</summary>
    public DateTimeOffset? End { get; private set; }

    public void Until(DateTimeOffset end)
    {
        lock (_lock)
        {
            End = End > end ? End : end;
        }
    }
}
