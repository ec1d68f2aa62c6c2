namespace TechPlan.Functions.Mail;

/// <summary>A gate that opens again when this is disposed.</summary>
internal sealed class GateHeld(SemaphoreSlim gate) : IDisposable
{
    public void Dispose() => gate.Release();
}
