using System.Net;
using System.Net.Http.Json;

namespace TechPlan.Local.Tests.Mail.Incoming;

public sealed class LimitTests
{
    [Fact]
    public async Task A_fifth_request_at_once_for_one_mailbox_is_told_to_wait()
    {
        await using var app = await MailApp.StartAsync();
        (await app.Http.PutAsJsonAsync("/local/mail/limits", new { mailboxConcurrency = 4, latencyMilliseconds = 500 })).EnsureSuccessStatusCode();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => app.Http.GetAsync($"/local/graph/v1.0/users/{Letters.Intake}/messages")));
        using var other = await app.Http.GetAsync("/local/graph/v1.0/users/other@example.org/messages");
        var seen = await app.Http.GetFromJsonAsync<Statistics>("/local/mail/statistics");

        var refused = answers.Where(answer => answer.StatusCode is HttpStatusCode.TooManyRequests).ToList();
        Assert.Equal(2, refused.Count);
        Assert.All(refused, answer => Assert.NotNull(answer.Headers.RetryAfter));
        Assert.Contains("MailboxConcurrency", await refused[0].Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.Equal((7, 2), (seen!.Requests, seen.Throttled));
        Assert.True(seen.HighestConcurrency > 4);
    }

    [Fact]
    public async Task The_limit_can_be_lifted()
    {
        await using var app = await MailApp.StartAsync();
        (await app.Http.PutAsJsonAsync("/local/mail/limits", new { latencyMilliseconds = 300 })).EnsureSuccessStatusCode();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => app.Http.GetAsync($"/local/graph/v1.0/users/{Letters.Intake}/messages")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
    }

    internal sealed record Statistics(int Requests, int Throttled, int HighestConcurrency);
}
