namespace TechPlan.Functions.Mailbox.Ledger;

/// <summary>The row keys of arrivals. One partition holds them all, so that an arrival's two rows change together.</summary>
internal static class ArrivalRows
{
    public const string Partition = "arrivals";

    /// <summary>The range of what waits.</summary>
    public const string WaitingFrom = "waiting|";

    public const string WaitingUntil = "waiting}";

    /// <summary>The range of what was ever announced.</summary>
    public const string KnownFrom = "known|";

    public const string KnownUntil = "known}";
}
