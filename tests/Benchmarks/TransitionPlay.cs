using System.Globalization;
using TechPlan.EndToEnd.Tests.Support;

namespace TechPlan.Benchmarks;

/// <summary>Brings mini-grants to the brink of each kind of transition, and over it.</summary>
internal sealed class TransitionPlay(RunningApp app)
{
    private readonly Clock _clock = new(app);
    private readonly Inbox _inbox = new(app);
    private readonly Webhook _webhook = new(app);
    private Webhook.Accepted _grant = null!;
    private Mail _review = null!;
    private DateTimeOffset _session;
    private DateTimeOffset _remindedAt;

    /// <summary>The mini-grant that the transition is about.</summary>
    public string Id => _grant.Id;

    public IReadOnlyList<(string Kind, Func<Task> Act)> Transitions =>
    [
        ("submit", () => SubmitAsync(waitForMail: false)),
        ("approve", ApproveAsync),
        ("reject", () => app.PostAsync(_review.Link("/review/"), ("decision", "reject"), ("note", "Please name the teachers."))),
        ("withdraw", () => app.PostAsync(_grant.StatusUrl, ("action", "withdraw"), ("reason", "The instructor is ill."))),
        ("remind", () => _clock.MoveToAsync(_remindedAt)),
        ("registrations low", () => _clock.MoveToAsync(_session.AddDays(-2))),
        ("confirm, 15 registered", () => _clock.MoveToAsync(_session)),
        ("cancel, 2 registered", () => _clock.MoveToAsync(_session)),
    ];

    public async Task PrepareAsync(string kind)
    {
        if (kind != "submit")
        {
            await SubmitAsync(waitForMail: true);
        }

        if (kind is "withdraw" or "registrations low" or "confirm, 15 registered" or "cancel, 2 registered")
        {
            await ApproveAsync();
            await _inbox.WaitForAsync(District.ItlOf("School 012").Email, _grant.Id, "approved");
        }

        if (kind is "confirm, 15 registered" or "cancel, 2 registered")
        {
            await RegisterAsync(kind.StartsWith("confirm", StringComparison.Ordinal) ? 15 : 2);
            await _clock.MoveToAsync(_session.AddDays(-1));
        }
    }

    private async Task SubmitAsync(bool waitForMail)
    {
        var request = SampleRequest.For(await _clock.NowAsync());
        _session = DateTimeOffset.Parse((string)request["session"]!["date"]!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).AddHours(12);
        _grant = await _webhook.SubmitAsync(request);
        _remindedAt = EndOfSecondWorkday(await _clock.NowAsync());
        if (waitForMail)
        {
            _review = await _inbox.WaitForAsync(District.SpecialistOf("School 012").Email, _grant.Id);
        }
    }

    private static DateTimeOffset EndOfSecondWorkday(DateTimeOffset now)
    {
        var day = DateOnly.FromDateTime(now.UtcDateTime);
        for (var workdays = 0; workdays < 2; workdays += District.IsOpen(day) ? 1 : 0)
        {
            day = day.AddDays(1);
        }

        return new DateTimeOffset(day, new TimeOnly(23, 30), TimeSpan.Zero);
    }

    private async Task ApproveAsync()
    {
        using var answer = await app.PostAsync(_review.Link("/review/"), ("decision", "approve"), ("note", ""));
    }

    private async Task RegisterAsync(int people)
    {
        for (var nth = 0; nth < people; nth++)
        {
            using var answer = await app.RegisterAsync(_grant.Id, nth);
        }
    }
}
