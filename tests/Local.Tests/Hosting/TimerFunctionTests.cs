using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;

namespace TechPlan.Local.Tests.Hosting;

public sealed class TimerFunctionTests
{
    private readonly RunLog _log = new();

    [Fact]
    public async Task A_schedule_runs_its_function_each_time()
    {
        await using var app = await StartAsync(typeof(SampleTimerFunctions.EverySecond));
        await _log.WaitForAsync(2);
        Assert.All(_log.Entries, entry => Assert.Equal("second False", entry));
    }

    [Fact]
    public async Task RunOnStartup_runs_at_once_whatever_the_schedule()
    {
        await using var app = await StartAsync(typeof(SampleTimerFunctions.AtStartup));
        await _log.WaitForAsync(1);
        Assert.Equal("AtStartup False", _log.Entries[0]);
    }

    [Fact]
    public async Task A_timer_never_has_two_runs_at_once()
    {
        await using var app = await StartAsync(typeof(SampleTimerFunctions.Slow));
        await _log.WaitForAsync(2);
        Assert.Equal(1, _log.MostAtOnce);
    }

    [Fact]
    public async Task A_timer_that_fails_runs_again()
    {
        await using var app = await StartAsync(typeof(SampleTimerFunctions.Failing));
        await _log.WaitForAsync(2);
    }

    [Fact]
    public async Task A_moved_clock_runs_what_was_missed_once_at_the_end()
    {
        await using var app = await StartAsync(typeof(SampleTimerFunctions.EveryHour), "--Hourly=0 0 * * * *");
        var target = new DateTimeOffset(app.Clock.GetUtcNow().Date.AddDays(2).AddHours(10).AddMinutes(30), TimeSpan.Zero);
        (await app.Client.PostAsJsonAsync("/local/clock", new { now = target })).EnsureSuccessStatusCode();
        Assert.Equal(["hour True 10:30 next 11:00"], _log.Entries);
    }

    [Fact]
    public async Task A_clock_moved_short_of_the_next_time_runs_nothing_until_then()
    {
        await using var app = await StartAsync(typeof(SampleTimerFunctions.EveryHour), "--Hourly=0 0 * * * *");
        var target = new DateTimeOffset(app.Clock.GetUtcNow().Date.AddDays(2).AddHours(10), TimeSpan.Zero);
        (await app.Client.PostAsJsonAsync("/local/clock", new { now = target.AddSeconds(-1) })).EnsureSuccessStatusCode();
        await _log.WaitForAsync(2);
        Assert.Equal(["hour True 09:59 next 10:00", "hour False 10:00 next 11:00"], _log.Entries);
    }

    [Fact]
    public async Task A_schedule_of_five_fields_is_refused()
    {
        await using var app = await StartAsync(typeof(SampleTimerFunctions.FiveFields));
        Assert.Equal(
            "Function 'FiveFields' has the schedule '*/5 * * * *', which is no NCRONTAB expression of six fields, seconds first.",
            app.Refusal);
    }

    private Task<SampleApp> StartAsync(Type functions, params string[] settings) =>
        SampleApp.StartAsync([functions], builder => builder.Services.AddSingleton(_log), settings);
}
