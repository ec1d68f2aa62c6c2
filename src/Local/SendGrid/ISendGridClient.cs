using System.Net.Http.Headers;
using SendGrid.Helpers.Mail;

namespace SendGrid;

/// <summary>A client of the SendGrid v3 web API.</summary>
public interface ISendGridClient
{
    /// <summary>The path requested when a call names none.</summary>
    string? UrlPath { get; set; }

    /// <summary>The first segment of every path, <c>v3</c> unless told otherwise.</summary>
    string? Version { get; set; }

    string MediaType { get; set; }

    AuthenticationHeaderValue AddAuthorization(KeyValuePair<string, string> header);

    Task<Response> MakeRequest(HttpRequestMessage request, CancellationToken cancellationToken = default);

    /// <param name="queryParams">A JSON object; arrays become repeated parameters. Values are not percent-encoded here.</param>
    Task<Response> RequestAsync(
        BaseClient.Method method,
        string? requestBody = null,
        string? queryParams = null,
        string? urlPath = null,
        CancellationToken cancellationToken = default);

    Task<Response> SendEmailAsync(SendGridMessage msg, CancellationToken cancellationToken = default);
}
