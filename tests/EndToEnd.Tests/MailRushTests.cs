using TechPlan.EndToEnd.Tests.Support;

namespace TechPlan.EndToEnd.Tests;

/// <summary>Many mails at once, each with a form: all are handled, and Graph is never asked for more at once than a mailbox takes.</summary>
[Collection(AppCollection.Name)]
public sealed class MailRushTests(AppFixture fixture) : IAsyncLifetime
{
    private const int Mails = 40;

    /// <summary>What Graph takes from one app for one mailbox.</summary>
    private const int MostAtOnce = 4;

    private RunningApp _app = null!;

    public async Task InitializeAsync() => _app = await RunningApp.StartAsync(fixture.Storage);

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Forty_mails_at_once_are_all_filed_and_answered_with_at_most_four_requests_to_Graph_at_a_time()
    {
        var (mailbox, inbox, now) = (new Mailbox(_app), new Inbox(_app), await new Clock(_app).NowAsync());
        var form = await WordRequest.DownloadAsync(_app);
        var schools = District.InProgram.Take(Mails).ToArray();
        await mailbox.MeasureAsync(latencyMilliseconds: 20);

        await Task.WhenAll(schools.Select(school => mailbox.DeliverAsync(
            Eml.WithForm(District.ItlOf(school).Email, $"Request of {school}", form.Filled(SampleRequest.Of(school, $"Rush of {school}", now))))));

        foreach (var school in schools)
        {
            await inbox.WaitForAsync(District.ItlOf(school).Email, $"Rush of {school}", "we have your request");
            await inbox.WaitForAsync(District.SpecialistOf(school).Email, $"Rush of {school}", "please decide");
        }

        await Eventually.HoldsAsync(
            async () => (await mailbox.AllAsync()).All(mail => mail.Folder == Mailbox.Processed), () => Task.FromResult($"Not every mail was filed.\n{_app.Output}"));
        var seen = await mailbox.StatisticsAsync();
        Assert.InRange(seen.HighestConcurrency, 2, MostAtOnce);
        Assert.Equal(0, seen.Throttled);
        Assert.Equal(2 * Mails, (await inbox.AllAsync()).Length);
    }
}
