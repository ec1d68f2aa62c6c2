namespace TechPlan.Local.Hosting;

/// <summary>How an attempt to move the clock ended.</summary>
internal abstract record ClockMove(DateTimeOffset Now)
{
    /// <summary>The clock has moved and everything due on the way is done.</summary>
    public sealed record Moved(DateTimeOffset Now) : ClockMove(Now);

    /// <summary>The wanted moment is past; time only goes forward.</summary>
    public sealed record Backward(DateTimeOffset Now) : ClockMove(Now);

    /// <summary>The wanted moment is so far ahead that dates would run out.</summary>
    public sealed record TooFar(DateTimeOffset Now, DateTimeOffset Latest) : ClockMove(Now);
}
