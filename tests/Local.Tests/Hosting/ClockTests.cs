using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TechPlan.Local.Hosting;

namespace TechPlan.Local.Tests.Hosting;

public sealed class ClockTests : IAsyncLifetime
{
    private const string Clock = "/local/clock";
    private static readonly DateTimeOffset Soon = new(DateTime.UtcNow.Date.AddDays(3).AddHours(21), TimeSpan.Zero);

    private readonly RunLog _log = new();
    private readonly FakeState _state = new();
    private SampleApp _app = null!;
    private FakeTimers _timers = null!;

    private HttpClient Client => _app.Client;

    public async Task InitializeAsync()
    {
        _app = await SampleApp.StartAsync([], builder =>
        {
            builder.Local.Storage = new LocalStorage(_state);
            builder.Services.AddSingleton(_log).AddSingleton<FakeTimers>();
            builder.Services.AddSingleton<IMovedByTheClock>(services => services.GetRequiredService<FakeTimers>());
        });
        _timers = _app.Services.GetRequiredService<FakeTimers>();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task The_clock_is_told_in_utc()
    {
        var now = await NowAsync();
        Assert.EndsWith("Z", now, StringComparison.Ordinal);
        Assert.InRange(Instant(now), _app.Clock.GetUtcNow().AddSeconds(-5), _app.Clock.GetUtcNow());
    }

    [Fact]
    public async Task A_move_fires_each_timer_at_its_own_moment_and_in_order()
    {
        _timers.Set("second", Soon.AddHours(-1));
        _timers.Set("first", Soon.AddDays(-1));
        _timers.Set("later", Soon.AddSeconds(1));
        _timers.Work = name =>
        {
            if (string.Equals(name, "first", StringComparison.Ordinal))
            {
                _timers.Set("set by the first", Soon.AddHours(-2));
            }

            return Task.CompletedTask;
        };

        var answer = await MoveAsync(Soon);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(
            [Entry("first", Soon.AddDays(-1)), Entry("set by the first", Soon.AddHours(-2)), Entry("second", Soon.AddHours(-1))],
            _log.Entries);
        Assert.InRange(Instant((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("now").GetString()!), Soon, Soon.AddSeconds(5));
    }

    [Fact]
    public async Task The_clock_runs_on_from_where_it_was_moved_to()
    {
        await MoveAsync(Soon);
        var first = Instant(await NowAsync());
        await Task.Delay(20);
        Assert.InRange(Instant(await NowAsync()), first.AddMilliseconds(10), Soon.AddSeconds(5));
    }

    [Fact]
    public async Task Moving_back_is_refused_with_the_present_now()
    {
        var answer = await MoveAsync(_app.Clock.GetUtcNow().AddMinutes(-1));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains(_app.Clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH", CultureInfo.InvariantCulture), await DetailAsync(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"now\": ")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{ \"now\": 5 }")]
    [InlineData("{ \"now\": \"tomorrow\" }")]
    [InlineData("{ \"now\": \"2026-02-30T10:00:00Z\" }")]
    [InlineData("")]
    public async Task A_body_that_says_no_instant_is_told_what_is_expected(string body)
    {
        var answer = await Client.PostAsync(Clock, new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("{ \"now\": \"2026-10-13T21:00:00Z\" }", await DetailAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_need_not_say_that_it_sends_json()
    {
        var body = $$"""{ "now": "{{Soon:yyyy-MM-dd'T'HH:mm:ss'Z'}}" }""";
        var answer = await Client.PostAsync(Clock, new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded"));
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        Assert.InRange(_app.Clock.GetUtcNow(), Soon, Soon.AddSeconds(5));
    }

    [Fact]
    public async Task A_moment_beyond_all_calendars_is_refused()
    {
        var answer = await Client.PostAsJsonAsync(Clock, new { now = "9999-12-31T23:59:59Z" });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.InRange(Instant(await NowAsync()), DateTimeOffset.UnixEpoch, DateTimeOffset.UtcNow.AddMinutes(1));
    }

    [Fact]
    public async Task Two_moves_at_once_queue_up()
    {
        var release = new TaskCompletionSource();
        _timers.Set("first", Soon.AddMinutes(-1));
        _timers.Set("second", Soon.AddDays(1));
        _timers.Work = _ => release.Task;

        var first = MoveAsync(Soon);
        await Task.Delay(200);
        var second = MoveAsync(Soon.AddDays(2));
        await Task.Delay(200);
        Assert.False(first.IsCompleted || second.IsCompleted);
        release.SetResult();

        Assert.Equal(HttpStatusCode.OK, (await first).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await second).StatusCode);
        Assert.Equal([Entry("first", Soon.AddMinutes(-1)), Entry("second", Soon.AddDays(1))], _log.Entries);
    }

    [Fact]
    public async Task The_offset_is_kept_before_a_moments_work_is_done()
    {
        var kept = TimeSpan.Zero;
        _timers.Set("timer", Soon.AddDays(-1));
        _timers.Work = _ =>
        {
            kept = _state.Offset;
            return Task.CompletedTask;
        };
        await MoveAsync(Soon);

        var expected = Soon.AddDays(-1) - DateTimeOffset.UtcNow;
        Assert.InRange(kept, expected - TimeSpan.FromSeconds(10), expected + TimeSpan.FromSeconds(10));
        Assert.InRange(_state.Offset, expected.Add(TimeSpan.FromDays(1)) - TimeSpan.FromSeconds(10), TimeSpan.FromDays(4));
    }

    [Fact]
    public async Task A_restart_goes_on_where_the_clock_was()
    {
        var state = new FakeState { Offset = TimeSpan.FromDays(40) };
        await using var app = await SampleApp.StartAsync([], builder => builder.Local.Storage = new LocalStorage(state));
        Assert.InRange(app.Clock.GetUtcNow() - DateTimeOffset.UtcNow, TimeSpan.FromDays(40) - TimeSpan.FromSeconds(5), TimeSpan.FromDays(40));
    }

    [Fact]
    public async Task Work_that_fails_ends_the_move_and_lets_the_clock_run_on()
    {
        _timers.Set("broken", Soon.AddMinutes(-1));
        _timers.Work = _ => throw new InvalidOperationException("broken on purpose");
        Assert.Equal(HttpStatusCode.InternalServerError, (await MoveAsync(Soon)).StatusCode);
        var first = Instant(await NowAsync());
        await Task.Delay(20);
        Assert.True(Instant(await NowAsync()) > first);
    }

    [Fact]
    public async Task People_get_a_page_with_forms_and_the_next_deadline()
    {
        _timers.Set("deadline", Soon);
        var page = await PageAsync();
        Assert.Contains("<button type=\"submit\" name=\"step\" value=\"week\">1 week on</button>", page, StringComparison.Ordinal);
        Assert.Contains("<span>" + Soon.ToString("dddd, MMMM d, yyyy", CultureInfo.GetCultureInfo("en-US")), page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("hour", 1)]
    [InlineData("day", 24)]
    [InlineData("week", 168)]
    public async Task The_buttons_move_the_clock_and_lead_back_to_the_page(string step, int hours)
    {
        var answer = await PostFormAsync(("step", step));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(Clock, answer.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.InRange(_app.Clock.GetUtcNow() - DateTimeOffset.UtcNow, TimeSpan.FromHours(hours) - TimeSpan.FromSeconds(5), TimeSpan.FromHours(hours));
    }

    [Fact]
    public async Task The_next_deadline_is_a_button()
    {
        _timers.Set("deadline", Soon);
        await PostFormAsync(("step", "next"));
        Assert.Equal([Entry("deadline", Soon)], _log.Entries);
    }

    [Fact]
    public async Task A_moment_that_was_typed_in_is_utc()
    {
        await PostFormAsync(("now", Soon.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture)));
        Assert.InRange(_app.Clock.GetUtcNow(), Soon, Soon.AddSeconds(5));
    }

    [Theory]
    [InlineData("2020-01-01T00:00", HttpStatusCode.Conflict)]
    [InlineData("<script>", HttpStatusCode.BadRequest)]
    public async Task A_moment_that_cannot_be_is_refused_on_the_page(string now, HttpStatusCode status)
    {
        var answer = await PostFormAsync(("now", now));
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains("role=\"alert\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static string Entry(string name, DateTimeOffset moment) => $"{name} at {moment:yyyy-MM-dd HH:mm:ss}";

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static async Task<string> DetailAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString()!;

    private Task<HttpResponseMessage> MoveAsync(DateTimeOffset target) => Client.PostAsJsonAsync(Clock, new { now = target.UtcDateTime });

    private async Task<string> NowAsync() => (await Client.GetFromJsonAsync<JsonElement>(Clock)).GetProperty("now").GetString()!;

    private Task<HttpResponseMessage> PostFormAsync(params (string Name, string Value)[] fields) =>
        Client.PostAsync(Clock, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    private async Task<string> PageAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Clock);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        using var answer = await Client.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }
}
