namespace Microsoft.DurableTask.Client;

public class PurgeResult(int count, bool? isComplete)
{
    public PurgeResult(int count)
        : this(count, null)
    {
    }

    public int PurgedInstanceCount { get; } = count;

    /// <summary>Whether everything that matched is gone; null when the backend does not say.</summary>
    public bool? IsComplete { get; } = isComplete;
}
