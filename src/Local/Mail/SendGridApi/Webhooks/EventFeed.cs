using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace TechPlan.Local.Mail.SendGridApi.Webhooks;

/// <summary>Tells the app what became of the mails that it sent.</summary>
internal sealed class EventFeed(WebhookPoster poster, Suppressions suppressions, IOptions<LocalMailOptions> options, TimeProvider clock)
{
    /// <summary>What became of a request's mails, a moment after it was answered.</summary>
    /// <param name="request">The app's; it came from where the app listens.</param>
    public void Sent(SendGridDocument document, HttpRequest request)
    {
        if (poster.IsOn)
        {
            PostLater(request, document.Deliver().SelectMany(mail => SendGridEvents.Of(mail, suppressions.ReasonFor(mail.To[0]), clock.GetUtcNow())));
        }
    }

    public void PostLater(HttpRequest request, IEnumerable<JsonObject> events) =>
        poster.PostLater(new Uri($"{request.Scheme}://{request.Host}{options.Value.EventsPath}"), Encoding.UTF8.GetBytes(Text(events)), "application/json");

    /// <summary>As SendGrid writes it, down to the line break at the end, which is signed as well.</summary>
    private static string Text(IEnumerable<JsonObject> events) => $"[{string.Join(",\r\n", events.Select(happened => happened.ToJsonString()))}]\r\n";
}
