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

    private async Task<IResult> PostAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);

        // What curl sends with -d says that it is a form, whatever it is; no form of ours begins like this.
        return request.HasFormContentType && !body.TrimStart().StartsWith('{') ? await MoveByFormAsync(body) : await MoveByJsonAsync(body);
    }

    private async Task<IResult> MoveByJsonAsync(string body) =>
        ClockJson.Target(body) is { } target
            ? ClockJson.Answer(await mover.MoveAsync(target))
            : ClockJson.Unreadable();

    private async Task<IResult> MoveByFormAsync(string body) =>
        ClockForm.Target(body, clock.GetUtcNow(), mover.NextDue) is { } target
            ? ClockPage.Answer(await mover.MoveAsync(target), clock, mover.NextDue)
            : ClockPage.Unreadable(clock, mover.NextDue);
}
