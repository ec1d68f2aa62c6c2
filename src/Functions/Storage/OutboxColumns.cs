namespace TechPlan.Functions.Storage;

/// <summary>The properties of a notice that waits in the outbox.</summary>
public static class OutboxColumns
{
    /// <summary>The notice's kind, by name.</summary>
    public const string Kind = "Kind";

    /// <summary>Who is told, by name.</summary>
    public const string Audience = "Audience";

    /// <summary>When the event happened that led to it (UTC).</summary>
    public const string CreatedAt = "CreatedAt";
}
