using System.Globalization;
using System.Text;
using Azure;
using Azure.Data.Tables;
using TechPlan.Local.Tables.Http;

namespace TechPlan.Local.Tables.Transactions;

/// <summary>Reads the responses out of a transaction's response.</summary>
internal static class ChangesetReader
{
    private const string Boundary = "boundary=";
    private const string StatusLine = "HTTP/1.1 ";

    /// <exception cref="TableTransactionFailedException">The service answers a failed transaction with the one error at fault.</exception>
    public static IReadOnlyList<Response> Read(Response response)
    {
        var parts = Parts(response.Content.ToString());
        if (parts.Find(x => x.IsError) is { } failed)
        {
            throw new TableTransactionFailedException(TableTransport.Failure(failed));
        }

        return parts;
    }

    private static List<Response> Parts(string text)
    {
        using var lines = new StringReader(text);
        var parts = new List<Response>();
        var boundary = string.Empty;
        while (lines.ReadLine() is { } line)
        {
            var at = line.IndexOf(Boundary, StringComparison.OrdinalIgnoreCase);
            if (at >= 0)
            {
                boundary = "--" + line[(at + Boundary.Length)..].Trim('"', ' ');
            }
            else if (line.StartsWith(StatusLine, StringComparison.Ordinal))
            {
                parts.Add(Part(line, lines, boundary));
            }
        }

        return parts;
    }

    private static PartResponse Part(string statusLine, StringReader lines, string boundary)
    {
        var status = int.Parse(statusLine.AsSpan(StatusLine.Length, 3), NumberStyles.None, CultureInfo.InvariantCulture);
        var reason = statusLine.Length > StatusLine.Length + 4 ? statusLine[(StatusLine.Length + 4)..] : string.Empty;
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (lines.ReadLine() is { Length: > 0 } header)
        {
            var colon = header.IndexOf(':', StringComparison.Ordinal);
            headers[header[..Math.Max(colon, 0)]] = header[(colon + 1)..].Trim();
        }

        var body = new StringBuilder();
        while (lines.ReadLine() is { } line && !line.StartsWith(boundary, StringComparison.Ordinal))
        {
            body.Append(line);
        }

        return new PartResponse(status, reason, headers, Encoding.UTF8.GetBytes(body.ToString()));
    }
}
