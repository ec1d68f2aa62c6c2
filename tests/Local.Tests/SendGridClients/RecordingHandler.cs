using System.Net;
using System.Text;

namespace TechPlan.Local.Tests.SendGridClients;

/// <summary>Keeps the one request that a test makes and answers it as told.</summary>
internal sealed class RecordingHandler(HttpStatusCode status, string body = "") : HttpMessageHandler
{
    public HttpRequestMessage? Request { get; private set; }

    public string? RequestBody { get; private set; }

    public int Calls { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Calls++;
        Request = request;
        RequestBody = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        return new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
    }
}
