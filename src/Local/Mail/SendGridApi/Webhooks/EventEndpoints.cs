using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechPlan.Local.Mail.Store;

namespace TechPlan.Local.Mail.SendGridApi.Webhooks;

/// <summary><c>/local/mail/events</c>: lets something happen to the latest mail that SendGrid took for an address.</summary>
internal sealed class EventEndpoints(MailStore store, EventFeed feed, Suppressions suppressions, WebhookPoster poster, TimeProvider clock)
{
    private const int MostTimes = 1000;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/local/mail/events", HappenAsync);
        routes.MapGet("/local/mail/suppressions", () => Results.Json(suppressions.All));
        routes.MapDelete("/local/mail/suppressions", () =>
        {
            suppressions.Clear();
            return Results.NoContent();
        });
    }

    private async Task<IResult> HappenAsync(EventRequest asked, HttpRequest request, CancellationToken cancellation)
    {
        if (Check(asked) is { } wrong)
        {
            return Results.Problem(detail: wrong, title: "That cannot happen.", statusCode: StatusCodes.Status400BadRequest);
        }

        if (await LatestAsync(asked.To!, cancellation) is not { } mail)
        {
            return Results.Problem(detail: $"SendGrid has taken no mail to {asked.To}.", title: "No such mail.", statusCode: StatusCodes.Status404NotFound);
        }

        var happened = SendGridEvents.Event(asked.Event!, mail, clock.GetUtcNow().AddMinutes(-(asked.MinutesAgo ?? 0)));
        suppressions.After(asked.Event!, asked.To!);
        feed.PostLater(request, Enumerable.Repeat(happened, asked.Times ?? 1));
        return Results.Accepted();
    }

    private string? Check(EventRequest asked) =>
        !poster.IsOn ? "There is no key to sign events with: set Local__SendGridKey."
        : asked.Event is null || !SendGridEvents.Kinds.Contains(asked.Event) ? $"event is one of {string.Join(", ", SendGridEvents.Kinds)}."
        : !MailText.IsAddress(asked.To) ? "to is a mail address."
        : asked.Times is < 1 or > MostTimes ? $"times is from 1 to {MostTimes}."
        : null;

    private async Task<DeliveredMail?> LatestAsync(string address, CancellationToken cancellation) => (await store.AllAsync(cancellation))
        .Where(entry => entry.Summaries.Any(summary => summary.Carrier == Carriers.SendGrid && summary.IsTo(address)))
        .OrderByDescending(entry => entry.Arrival)
        .Select(entry => entry.Open().Deliver().First(mail => mail.To.Contains(address, StringComparer.OrdinalIgnoreCase)))
        .FirstOrDefault();

    /// <param name="MinutesAgo">When it happened; events asked for in any order arrive in that order.</param>
    /// <param name="Times">How often the same event is told.</param>
    private sealed record EventRequest(string? Event, string? To, int? MinutesAgo, int? Times);
}
