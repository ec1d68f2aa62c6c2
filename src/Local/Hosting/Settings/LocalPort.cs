using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;

namespace TechPlan.Local.Hosting;

/// <summary>The port of the loopback address that the app listens on: <c>Local:Port</c>.</summary>
internal readonly record struct LocalPort(int Number)
{
    public const string Setting = "Local:Port";

    public static LocalPort Default => new(7071);

    public Uri Address => new($"http://localhost:{Number.ToString(CultureInfo.InvariantCulture)}");

    /// <exception cref="LocalSetupException">The setting is no port, or something listens there already.</exception>
    public static LocalPort Read(IConfiguration configuration)
    {
        var port = Parse(configuration[Setting]);
        port.RefuseIfTaken();
        return port;
    }

    public void Listen(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.ListenLocalhost(Number);
    }

    private static LocalPort Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return Default;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= IPEndPoint.MaxPort
            ? new LocalPort(number)
            : throw new LocalSetupException($"{Setting} must be a number from 1 to {IPEndPoint.MaxPort}, but is '{text}'.");
    }

    private static string Taken(int number) =>
        $"Port {number} is taken: end the program that listens there, or choose another port with {Setting} (Local__Port=7072 in the environment).";

    /// <summary>Asked before anything else is started: Kestrel would find out too, but late and with a stack trace.</summary>
    private void RefuseIfTaken()
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, Number);
            listener.Start();
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
        {
            throw new LocalSetupException(Taken(Number), e);
        }
    }
}
