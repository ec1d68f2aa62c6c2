using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace TechPlan.EndToEnd.Tests.Support;

/// <summary>A mailbox, most often the one that the app reads: mails come in here from outside, and are filed by the app.</summary>
internal sealed class Mailbox(RunningApp app, string address = Mailbox.Address)
{
    public const string Address = "mini-grants@example.org";

    public const string Inbox = "Inbox";
    public const string Processed = "Processed";
    public const string NeedsAttention = "Needs attention";

    private readonly string _messages = $"/local/mailboxes/{address}/messages";

    /// <summary>A mail in the mailbox.</summary>
    /// <param name="Folder">Where it lies by now.</param>
    public sealed record Kept(string Id, string InternetMessageId, string ConversationId, string From, string Subject, DateTimeOffset ReceivedAt, string Folder);

    /// <summary>What Graph saw of the app.</summary>
    public sealed record Statistics(int Requests, int Throttled, int HighestConcurrency);

    private sealed record Arrived(string Id);

    /// <summary>The id under which it lies in the mailbox.</summary>
    public Task<string> DeliverAsync(Eml mail) => DeliverAsync(mail.ToBytes());

    public async Task<string> DeliverAsync(byte[] mail)
    {
        using var body = new ByteArrayContent(mail);
        body.Headers.ContentType = new MediaTypeHeaderValue("message/rfc822");
        using var answer = await app.Http.PostAsync(new Uri(_messages, UriKind.Relative), body);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<Arrived>())!.Id;
    }

    public async Task<Kept[]> AllAsync() => (await app.Http.GetFromJsonAsync<Kept[]>(_messages))!;

    /// <summary>Waits until the app has put a mail into one of its folders.</summary>
    public async Task<Kept> WaitUntilFiledAsync(string id)
    {
        Kept? mail = null;
        await Eventually.HoldsAsync(
            async () => (mail = (await AllAsync()).Single(kept => kept.Id == id)).Folder != Inbox,
            () => Task.FromResult($"Mail {id} “{mail?.Subject}” still lies in the inbox.\n{app.Output}"));
        return mail!;
    }

    /// <summary>Lets Graph's notifications have a bad day: see <c>/local/mail/notifications</c>.</summary>
    public Task TellAsync(JsonObject order) => PostAsync("/local/mail/notifications", order);

    /// <summary>Lets Graph forget where the last look at the inbox ended.</summary>
    public Task ForgetLastLookAsync() => PostAsync("/local/mail/delta", new JsonObject { ["expire"] = 410 });

    /// <summary>The ids of the subscriptions that Graph has.</summary>
    public async Task<string[]> SubscriptionsAsync()
    {
        var state = await app.Http.GetFromJsonAsync<JsonObject>("/local/mail/notifications");
        return [.. state!["subscriptions"]!.AsArray().Select(subscription => (string)subscription!["id"]!)];
    }

    /// <summary>Lets every request to Graph take a while, so that requests meet, and begins to count them anew.</summary>
    public async Task MeasureAsync(int latencyMilliseconds)
    {
        using var limits = await app.Http.PutAsJsonAsync("/local/mail/limits", new { mailboxConcurrency = 4, latencyMilliseconds });
        limits.EnsureSuccessStatusCode();
        using var forgotten = await app.Http.DeleteAsync(new Uri("/local/mail/statistics", UriKind.Relative));
        forgotten.EnsureSuccessStatusCode();
    }

    public async Task<Statistics> StatisticsAsync() => (await app.Http.GetFromJsonAsync<Statistics>("/local/mail/statistics"))!;

    private async Task PostAsync(string path, JsonObject order)
    {
        using var answer = await app.Http.PostAsJsonAsync(path, order);
        answer.EnsureSuccessStatusCode();
    }
}
