using System.Net.Sockets;
using Azure;
using Azure.Identity;

namespace TechPlan.Functions.Storage;

/// <summary>Tells "storage cannot be used just now" from a fault of ours: the same call may succeed later, unchanged.</summary>
internal static class StorageOutage
{
    /// <summary>
    /// A cancelled call counts, for that is how a time limit shows; whoever may have cancelled it himself looks at his token first. So do an
    /// identity that gets no token, a role that is missing, and tables that are still to be created.
    /// </summary>
    internal static bool Is(Exception exception) => exception switch
    {
        RequestFailedException e => e.Status is 0 or 401 or 403 or 408 or 429 or >= 500 || e.ErrorCode == "TableNotFound",
        AggregateException e => e.InnerExceptions.Any(Is),
        AuthenticationFailedException or HttpRequestException or SocketException or TimeoutException or OperationCanceledException => true,
        _ => false,
    };
}
