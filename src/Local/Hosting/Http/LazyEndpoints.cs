using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace TechPlan.Local.Hosting;

/// <summary>
/// Endpoints that are built at their first request. Most of what building costs is compiling their handlers, and the app's own first
/// answer should not wait for pages that it may never show.
/// </summary>
internal sealed class LazyEndpoints(IServiceProvider services, Action<IEndpointRouteBuilder> map)
{
    private readonly Lazy<RequestDelegate> _branch = new(() => Build(services, map));

    /// <summary>Answers everything under <paramref name="path"/> that has no endpoint of its own.</summary>
    public void Map(IEndpointRouteBuilder routes, string path) => routes.Map(path + "/{**rest}", RunAsync);

    private Task RunAsync(HttpContext http)
    {
        // Routing begins anew in the branch; with an endpoint already chosen it would not look at all.
        http.SetEndpoint(null);
        http.Request.RouteValues.Clear();
        return _branch.Value(http);
    }

    private static RequestDelegate Build(IServiceProvider services, Action<IEndpointRouteBuilder> map) =>
        new ApplicationBuilder(services).UseRouting().UseEndpoints(map).Build();
}
