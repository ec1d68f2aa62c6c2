namespace TechPlan.Functions.Links;

/// <summary>What a token turned out to be.</summary>
public abstract record LinkReading
{
    private LinkReading()
    {
    }

    /// <summary>Ours, whole and in time.</summary>
    public sealed record Valid(Link Link) : LinkReading;

    /// <summary>Ours and whole, but its time is over: it may still say how things stand.</summary>
    public sealed record Expired(Link Link) : LinkReading;

    /// <summary>Cut, extended or made up.</summary>
    public sealed record Damaged : LinkReading;

    /// <summary>Shaped like ours, but signed with a key that is no longer in use.</summary>
    public sealed record OldKey : LinkReading;
}
