using System.Globalization;
using System.Net;
using TechPlan.EndToEnd.Tests.Support;
using Xunit.Abstractions;

namespace TechPlan.EndToEnd.Tests;

/// <summary>
/// Twenty mini-grants under way while the process is killed at forty random moments and started again: all reach the right end,
/// no notice is missing, and at most one mail per kill goes out twice.
/// </summary>
[Collection(AppCollection.Name)]
public sealed class KillTests(AppFixture fixture, ITestOutputHelper output) : IAsyncLifetime
{
    private const int Grants = 20;
    private const int Kills = 40;

    private RunningApp _app = null!;
    private UnreliableApp _unreliable = null!;
    private Inbox _inbox = null!;
    private Clock _clock = null!;

    public async Task InitializeAsync()
    {
        _app = await RunningApp.StartAsync(fixture.Storage);
        _inbox = new Inbox(_app);
        _clock = new Clock(_app);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Killed_forty_times_nothing_is_lost_and_nothing_decided_twice()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("KILL_SEED"), CultureInfo.InvariantCulture, out var given) ? given : Environment.TickCount;
        output.WriteLine($"seed {seed}; KILL_SEED={seed} kills at the same moments again");
        _unreliable = new UnreliableApp(_app, new Random(seed), Kills, Actions());

        var grants = await SubmitAsync();
        await ApproveAsync(grants);
        await RegisterAsync(grants);
        var session = DateTimeOffset.Parse($"{SessionDate(await NowAsync())}T12:00:00Z", CultureInfo.InvariantCulture);
        await WalkToAsync(session);

        await AllToldAsync(grants);
        output.WriteLine($"{_unreliable.Killed} kills");
        Assert.Equal(Kills, _unreliable.Killed);
        await NoMailTwiceButThoseInFlightAsync(grants);
    }

    /// <summary>Even ones get their fifteen people and take place; odd ones get two and are cancelled.</summary>
    private static int PeopleFor(int nth) => nth % 2 == 0 ? 15 : 2;

    /// <summary>How many things a person does below: the kills are spread over them.</summary>
    private static int Actions() => Grants + Grants + Enumerable.Range(0, Grants).Sum(PeopleFor) + WalkSteps;

    private const int WalkSteps = 14;

    private DateTimeOffset _startedAt;

    private Task<DateTimeOffset> NowAsync() => Task.FromResult(_startedAt);

    private static string SessionDate(DateTimeOffset startedAt) => SampleRequest.For(startedAt)["session"]!["date"]!.GetValue<string>();

    private async Task<Webhook.Accepted[]> SubmitAsync()
    {
        _startedAt = await _clock.NowAsync();
        var webhook = new Webhook(_app);
        var grants = new List<Webhook.Accepted>();
        for (var nth = 0; nth < Grants; nth++)
        {
            var (request, id) = (SampleRequest.For(_startedAt), $"msg_kill_{nth}");
            grants.Add(await _unreliable.DoAsync(() => webhook.SubmitAsync(request, id)));
        }

        return [.. grants];
    }

    private async Task ApproveAsync(Webhook.Accepted[] grants)
    {
        var specialist = District.SpecialistOf("School 012").Email;
        foreach (var grant in grants)
        {
            var review = await UnreliableApp.PatientlyAsync(() => _inbox.WaitForAsync(specialist, grant.Id));
            await _unreliable.DoAsync(async () =>
            {
                using var answer = await _app.PostAsync(review.Link("/review/"), ("decision", "approve"), ("note", ""));
                Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
                return true;
            });
        }
    }

    private async Task RegisterAsync(Webhook.Accepted[] grants)
    {
        for (var nth = 0; nth < grants.Length; nth++)
        {
            for (var person = 0; person < PeopleFor(nth); person++)
            {
                var (id, number) = (grants[nth].Id, person);
                await _unreliable.DoAsync(async () =>
                {
                    using var answer = await _app.RegisterAsync(id, number);
                    Assert.True(answer.StatusCode is HttpStatusCode.SeeOther or HttpStatusCode.OK, $"{answer.StatusCode}");
                    return true;
                });
            }
        }
    }

    private async Task WalkToAsync(DateTimeOffset session)
    {
        for (var step = 1; step <= WalkSteps; step++)
        {
            var moment = _startedAt + ((session - _startedAt) * step / WalkSteps);
            await _unreliable.DoAsync(async () =>
            {
                if (await _clock.NowAsync() < moment)
                {
                    await _clock.MoveToAsync(moment);
                }

                return true;
            });
        }

        // Whatever a lost nudge left behind is found by the timer that looks every five minutes.
        await _clock.MoveToAsync(session.AddMinutes(30));
    }

    private async Task AllToldAsync(Webhook.Accepted[] grants)
    {
        var (lead, specialist) = (District.ItlOf("School 012").Email, District.SpecialistOf("School 012").Email);
        for (var nth = 0; nth < grants.Length; nth++)
        {
            var outcome = Outcome(nth);
            string[] everybody = [lead, specialist, "fran.facilitator@example.org", .. Enumerable.Range(0, PeopleFor(nth)).Select(person => $"teacher{person}.{grants[nth].Id}@example.org")];
            foreach (var address in everybody)
            {
                await _inbox.WaitForAsync(address, grants[nth].Id, outcome);
            }

            await _inbox.WaitForAsync(lead, grants[nth].Id, "we have your request");
            await _inbox.WaitForAsync(specialist, grants[nth].Id, "please decide");
            await _inbox.WaitForAsync(lead, grants[nth].Id, "approved");
            foreach (var address in nth % 2 == 0 ? [] : new[] { lead, specialist })
            {
                await _inbox.WaitForAsync(address, grants[nth].Id, "too few registrations");
            }
        }
    }

    private async Task NoMailTwiceButThoseInFlightAsync(Webhook.Accepted[] grants)
    {
        var mails = await _inbox.AllAsync();
        var again = mails
            .Where(mail => grants.Any(grant => mail.Subject.Contains(grant.Id, StringComparison.Ordinal)))
            .GroupBy(mail => (To: string.Join(',', mail.To), mail.Subject))
            .Where(same => same.Count() > 1)
            .ToList();
        output.WriteLine($"{again.Sum(same => same.Count() - 1)} mails went out again");
        Assert.True(again.Sum(same => same.Count() - 1) <= Kills, string.Join(Environment.NewLine, again.Select(same => $"{same.Count()} x {same.Key}")));
        for (var nth = 0; nth < grants.Length; nth++)
        {
            var (id, wrong) = (grants[nth].Id, Outcome(nth + 1));
            Assert.DoesNotContain(mails, mail => mail.Subject.Contains(id, StringComparison.Ordinal) && mail.Subject.StartsWith(wrong, StringComparison.OrdinalIgnoreCase));
        }
    }

    private static string Outcome(int nth) => nth % 2 == 0 ? "confirmed" : "cancelled";
}
