namespace TechPlan.Functions.Mail;

/// <summary>The earliest of many moments, which may be told from several threads.</summary>
internal sealed class Earliest
{
    private readonly Lock _lock = new();

    /// <summary>Null when no moment was told.</summary>
    public DateTimeOffset? At { get; private set; }

    /// <param name="moment">Null for nothing to wait for.</param>
    public void Add(DateTimeOffset? moment)
    {
        lock (_lock)
        {
            At = At < moment || moment is null ? At : moment;
        }
    }
}
