using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace TechPlan.Local.Hosting;

/// <summary>GET and POST /local/clock: JSON for scripts, a page with a form for people.</summary>
internal sealed class ClockEndpoints(LocalClock clock, ClockMover mover)
{
    public const string Path = "/local/clock";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, http => Get(http.Request).ExecuteAsync(http));
        routes.MapPost(Path, async http => await (await PostAsync(http.Request)).ExecuteAsync(http));
    }

    private IResult Get(HttpRequest request) =>
        request.Headers.Accept.Any(accept => accept?.Contains("text/html", StringComparison.OrdinalIgnoreCase) == true)
            ? ClockPage.Show(clock, mover.NextDue)
            : ClockJson.Now(clock.GetUtcNow());

    private Task<IResult> PostAsync(HttpRequest request) => request.HasFormContentType ? PostFormAsync(request) : PostJsonAsync(request);

    private async Task<IResult> PostJsonAsync(HttpRequest request) =>
        await ClockJson.ReadAsync(request) is { } target
            ? ClockJson.Answer(await mover.MoveAsync(target))
            : ClockJson.Unreadable();

    private async Task<IResult> PostFormAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        return ClockForm.Target(form, clock.GetUtcNow(), mover.NextDue) is { } target
            ? ClockPage.Answer(await mover.MoveAsync(target), clock, mover.NextDue)
            : ClockPage.Unreadable(clock, mover.NextDue);
    }
}
