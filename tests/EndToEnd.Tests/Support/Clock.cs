using System.Net.Http.Json;

namespace TechPlan.EndToEnd.Tests.Support;

/// <summary>The app's clock, which a test moves on instead of waiting.</summary>
internal sealed class Clock(RunningApp app)
{
    private sealed record Reading(DateTimeOffset Now);

    public async Task<DateTimeOffset> NowAsync() => (await app.Http.GetFromJsonAsync<Reading>("/local/clock"))!.Now;

    public async Task MoveToAsync(DateTimeOffset now)
    {
        using var answer = await app.Http.PostAsJsonAsync("/local/clock", new Reading(now));
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"The clock was not moved: {await answer.Content.ReadAsStringAsync()}");
        }
    }
}
