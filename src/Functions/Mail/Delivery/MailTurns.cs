using TechPlan.Domain.MiniGrants;

namespace TechPlan.Functions.Mail.Delivery;

/// <summary>
/// Lets one run at a time at a mini-grant's outbox within this process: a second one would take rows in the state Sending for
/// what a dead process left. Between processes the durable engine sees to it, and the rows' versions stop whoever is late.
/// </summary>
internal sealed class MailTurns : IDisposable
{
    /// <summary>Two mini-grants that share a gate only wait for each other.</summary>
    private readonly SemaphoreSlim[] _gates = [.. Enumerable.Range(0, 128).Select(_ => new SemaphoreSlim(1))];

    public async Task<IDisposable> TakeAsync(MiniGrantId id, CancellationToken cancellation)
    {
        var gate = _gates[(uint)id.GetHashCode() % _gates.Length];
        await gate.WaitAsync(cancellation);
        return new GateHeld(gate);
    }

    public void Dispose()
    {
        foreach (var gate in _gates)
        {
            gate.Dispose();
        }
    }
}
