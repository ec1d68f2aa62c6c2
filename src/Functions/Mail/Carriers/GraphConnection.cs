using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Options;
using Microsoft.Graph;
using Microsoft.Graph.Authentication;
using Microsoft.Kiota.Abstractions.Authentication;
using TechPlan.Functions.Setup;

namespace TechPlan.Functions.Mail.Carriers;

/// <summary>The Graph client. Building it costs more than the rest of the app's start, so the first staff mail pays for it.</summary>
internal sealed class GraphConnection : IDisposable
{
    private readonly Lazy<GraphServiceClient> _client;

    public GraphConnection(IOptions<GraphOptions> graph, IOptions<SiteOptions> site) =>
        _client = new Lazy<GraphServiceClient>(() => Connect(graph.Value, CarrierAddress.Of(graph.Value.Endpoint, site.Value)!));

    public GraphServiceClient Client => _client.Value;

    public void Dispose()
    {
        if (_client.IsValueCreated)
        {
            _client.Value.Dispose();
        }
    }

    private static GraphServiceClient Connect(GraphOptions options, Uri endpoint) =>
        new(PlainHttp(), Authentication(options, endpoint), endpoint.AbsoluteUri.TrimEnd('/'));

    /// <summary>
    /// Without the SDK's retry handler, which would sleep through a Retry-After: when to try again is the caller's business.
    /// </summary>
    private static HttpClient PlainHttp() =>
        new(new GraphGate(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) })) { Timeout = TimeSpan.FromSeconds(100) };

    private static IAuthenticationProvider Authentication(GraphOptions options, Uri endpoint) => CarrierAddress.IsGraphItself(endpoint)
        ? new AzureIdentityAuthenticationProvider(Credential(options), allowedHosts: [endpoint.Host], observabilityOptions: null, isCaeEnabled: true, $"https://{endpoint.Host}/.default")
        : new AnonymousAuthenticationProvider();

    private static TokenCredential Credential(GraphOptions options) => options.ManagedIdentityClientId is { Length: > 0 } clientId
        ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId))
        : new DefaultAzureCredential();
}
