using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

public sealed class DurableClientAttribute : InputBindingAttribute
{
    /// <summary>The task hub to talk to; the one of host.json when absent.</summary>
    public string? TaskHub { get; set; }

    public string? ConnectionName { get; set; }
}
