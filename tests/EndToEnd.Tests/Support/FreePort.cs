using System.Net;
using System.Net.Sockets;

namespace TechPlan.EndToEnd.Tests.Support;

internal static class FreePort
{
    /// <summary>A port of the loopback address that nothing listens on at the moment.</summary>
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
