namespace Microsoft.DurableTask;

public class ContinueAsNewOptions
{
    public object? NewInput { get; set; }

    public bool PreserveUnprocessedEvents { get; set; } = true;

    /// <summary>The version of the next generation; unchanged when absent.</summary>
    public string? NewVersion { get; set; }
}
