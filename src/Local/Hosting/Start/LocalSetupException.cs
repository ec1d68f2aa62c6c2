namespace TechPlan.Local.Hosting;

/// <summary>
/// The machine or its settings keep the app from starting. The message is one clear sentence for the person at the keyboard,
/// who sees nothing else of it.
/// </summary>
public sealed class LocalSetupException : Exception
{
    public LocalSetupException(string message)
        : base(message)
    {
    }

    public LocalSetupException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
