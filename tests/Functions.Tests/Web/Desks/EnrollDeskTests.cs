using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Enroll;
using TechPlan.Testing;
using static TechPlan.Functions.Tests.Web.SampleGrants;

namespace TechPlan.Functions.Tests.Web.Desks;

[Collection(AzuriteTests.Name)]
public sealed class EnrollDeskTests(AzuriteFixture azurite)
{
    private static readonly string Path = $"/enroll/{Id}";
    private static readonly MiniGrantEvent[] ApprovedHistory = [new MiniGrantEvent.Submitted(SubmittedAt, SampleGrants.Submission), new MiniGrantEvent.Approved(DecidedAt, Pat)];

    [Fact]
    public async Task MG_11_people_register_once_per_address()
    {
        using var app = await PageApp.StartAsync(azurite, ApprovedHistory);

        var first = await app.PostAsync(Path, "name=Ann+Reed&email=Ann.Reed%40example.org&school=School+012");
        var thanks = await app.GetAsync(first.Location!);
        var second = await app.PostAsync(Path, "name=Ann&email=ann.reed%40EXAMPLE.org&school=School+044");
        var registered = await app.Get<RegistrationStore>().ListAsync(Id, CancellationToken.None);

        Assert.Equal((303, $"{Path}?registered"), (first.Status, first.Location));
        Assert.Contains("You are registered. Thank you!", thanks.Body, StringComparison.Ordinal);
        Assert.Contains("1 person registered", thanks.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Ann", thanks.Body, StringComparison.Ordinal);
        Assert.Equal(200, second.Status);
        Assert.Contains("You are already registered", second.Body, StringComparison.Ordinal);
        Assert.Equal(("Ann Reed", "Ann.Reed@example.org", "School 012"), (registered.Single().Who.Name, registered.Single().Who.Email.Value, registered.Single().School));
        Assert.Equal(1, await app.Get<IRegistrationCount>().CountAsync(Id, CancellationToken.None));
    }

    [Fact]
    public async Task Twenty_at_once_with_one_address_are_one()
    {
        using var app = await PageApp.StartAsync(azurite, ApprovedHistory);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => app.PostAsync(Path, "name=Ann&email=ann%40example.org&school=x")));

        Assert.Single(answers, answer => answer.Status == 303);
        Assert.Equal(1, await app.Get<RegistrationStore>().CountAsync(Id, CancellationToken.None));
    }

    [Fact]
    public async Task Whoever_registers_while_the_session_is_cancelled_is_told_so_and_not_registered()
    {
        using var app = await PageApp.StartAsync(azurite, ApprovedHistory);
        app.WhileTheFormArrives = async () =>
        {
            app.WhileTheFormArrives = () => Task.CompletedTask;
            await app.HappenAsync(new MiniGrantEvent.Cancelled(CountedAt, 9, null));
        };

        var answer = await app.PostAsync(Path, "name=Ann&email=ann%40example.org&school=x");

        Assert.Equal(409, answer.Status);
        Assert.Contains("This session was cancelled", answer.Body, StringComparison.Ordinal);
        Assert.Equal(0, await app.Get<RegistrationStore>().CountAsync(Id, CancellationToken.None));
    }

    [Fact]
    public async Task A_registration_that_stood_before_the_session_was_cancelled_stays_for_the_mail_about_it()
    {
        using var app = await PageApp.StartAsync(azurite, ApprovedHistory);
        await app.PostAsync(Path, "name=Ann&email=ann%40example.org&school=x");
        app.WhileTheFormArrives = async () =>
        {
            app.WhileTheFormArrives = () => Task.CompletedTask;
            await app.HappenAsync(new MiniGrantEvent.Cancelled(CountedAt, 9, null));
        };

        var again = await app.PostAsync(Path, "name=Ann&email=ann%40example.org&school=x");

        Assert.Equal(409, again.Status);
        Assert.Equal(1, await app.Get<RegistrationStore>().CountAsync(Id, CancellationToken.None));
    }

    [Theory]
    [InlineData("name=&email=ann%40example.org&school=x", "#name")]
    [InlineData("name=Ann%0D%0ABcc:+Reed&email=ann%40example.org&school=x", "#name")]
    [InlineData("name=Ann&email=ann&school=x", "#email")]
    [InlineData("name=Ann&email=ann%40example.org%0D%0ABcc:x%40example.org&school=x", "#email")]
    [InlineData("name=Ann&email=ann%40example.org&school=+", "#school")]
    public async Task What_is_missing_is_said_beside_its_field(string form, string field)
    {
        using var app = await PageApp.StartAsync(azurite, ApprovedHistory);

        var answer = await app.PostAsync(Path, form);

        Assert.Equal(422, answer.Status);
        Assert.Contains($"<a href=\"{field}\">", answer.Body, StringComparison.Ordinal);
        Assert.Equal(0, await app.Get<RegistrationStore>().CountAsync(Id, CancellationToken.None));
    }

    [Fact]
    public async Task Sessions_that_were_never_posted_have_no_page()
    {
        using var app = await PageApp.StartAsync(azurite, ApprovedHistory[..1]);

        Assert.Equal(404, (await app.GetAsync(Path)).Status);
        Assert.Equal(404, (await app.PostAsync(Path, "name=Ann&email=ann%40example.org&school=x")).Status);
        Assert.Equal(404, (await app.GetAsync("/enroll/MG-00000-00000")).Status);
        Assert.Equal(404, (await app.GetAsync("/enroll/..%2F")).Status);
    }

    [Fact]
    public async Task Cancelled_withdrawn_and_begun_sessions_take_nobody_and_say_why()
    {
        using var cancelled = await PageApp.StartAsync(azurite, [.. ApprovedHistory, new MiniGrantEvent.Cancelled(CountedAt, 9, null)]);
        using var withdrawn = await PageApp.StartAsync(azurite, [.. ApprovedHistory, new MiniGrantEvent.Withdrawn(CountedAt, Dana, "No room.")]);
        using var begun = await PageApp.StartAsync(azurite, [.. ApprovedHistory, new MiniGrantEvent.Confirmed(CountedAt, 17, null)]);
        begun.Clock.Now = new DateTimeOffset(2026, 10, 14, 20, 30, 0, TimeSpan.Zero);

        foreach (var (app, sentence) in new[] { (cancelled, "This session was cancelled"), (withdrawn, "This session was withdrawn"), (begun, "Registration is closed") })
        {
            var (shown, posted) = (await app.GetAsync(Path), await app.PostAsync(Path, "name=Ann&email=ann%40example.org&school=x"));
            Assert.Equal((200, 409), (shown.Status, posted.Status));
            Assert.Contains(sentence, shown.Body, StringComparison.Ordinal);
            Assert.Equal(0, await app.Get<RegistrationStore>().CountAsync(Id, CancellationToken.None));
        }
    }
}
