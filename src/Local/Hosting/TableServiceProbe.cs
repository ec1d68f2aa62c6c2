using System.Net.Sockets;

namespace TechPlan.Local.Hosting;

/// <summary>What sits at an address.</summary>
internal enum ProbeAnswer
{
    Nothing,
    TableService,
    SomethingElse,
}

/// <summary>Asks an address, without credentials, what it is.</summary>
internal static class TableServiceProbe
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };

    public static async Task<ProbeAnswer> AskAsync(Uri endpoint, CancellationToken cancellation)
    {
        try
        {
            using var response = await Http.GetAsync(
                new Uri($"{endpoint.GetLeftPart(UriPartial.Path).TrimEnd('/')}/Tables"), HttpCompletionOption.ResponseHeadersRead, cancellation);
            return IsTableService(response) ? ProbeAnswer.TableService : ProbeAnswer.SomethingElse;
        }
        catch (HttpRequestException e) when (e.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused })
        {
            return ProbeAnswer.Nothing;
        }
        catch (HttpRequestException)
        {
            return ProbeAnswer.SomethingElse;
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return ProbeAnswer.SomethingElse;
        }
    }

    // Every answer of a storage service carries these, a refusal too. Azurite's blob and queue services give their own names.
    private static bool IsTableService(HttpResponseMessage response)
    {
        var server = response.Headers.Server.ToString();
        return response.Headers.Contains("x-ms-request-id")
            && response.Headers.Contains("x-ms-version")
            && (!server.StartsWith("Azurite", StringComparison.Ordinal) || server.StartsWith("Azurite-Table", StringComparison.Ordinal));
    }
}
