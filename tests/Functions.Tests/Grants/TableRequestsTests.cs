using System.Globalization;
using System.Text.RegularExpressions;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Grants;
using TechPlan.Functions.Intake;
using TechPlan.Functions.Storage;
using TechPlan.Functions.Tests.Mail.Delivery;
using TechPlan.Functions.Tests.Mail.Rendering;
using TechPlan.Functions.Tests.Support;
using TechPlan.Testing;
using Xunit.Abstractions;

namespace TechPlan.Functions.Tests.Grants;

/// <summary>What a transition costs at the table service, from the person's press to the mail being off.</summary>
[Collection(AzuriteTests.Name)]
public sealed partial class TableRequestsTests(AzuriteFixture azurite, ITestOutputHelper output)
{
    private const int Most = 8;

    [Fact]
    public async Task A_new_request_costs_at_most_eight_requests_with_its_dispatch()
    {
        await using var town = await FoundAsync();

        town.Trouble.Begin();
        await SubmitAsync(town);

        Print("submit", town.Trouble.TableRequests);
        Assert.Equal(2, (await town.MailsAsync()).Count);
        Assert.InRange(town.Trouble.TableRequests.Count, 1, Most);
    }

    [Fact]
    public async Task A_decision_costs_at_most_eight_requests_with_its_dispatch()
    {
        await using var town = await FoundAsync();
        var id = await SubmitAsync(town);

        town.Trouble.Begin();
        await town.The<MiniGrantService>().ExecuteAsync(id, new MiniGrantCommand.Approve(MailSamples.Specialist), Engine, CancellationToken.None);
        await RunAsync(town, id);

        Print("approve", town.Trouble.TableRequests);
        Assert.Equal(3, (await town.MailsAsync()).Count);
        Assert.InRange(town.Trouble.TableRequests.Count, 1, Most);
    }

    private static ScriptedEngine Engine => new();

    private static async Task<MiniGrantId> SubmitAsync(MailTown town)
    {
        var body = WebhookForms.Body(form =>
        {
            (form["submitter"]!["name"], form["submitter"]!["email"]) = (MailSamples.Lead.Name, MailSamples.Lead.Email.Value);
            (form["session"]!["date"], form["followUp"]!["date"], form["discussedWithLearningTeamOn"]) = ("2026-11-04", "2026-11-25", "2026-09-01");
        });
        var intake = town.The<IntakeService>();
        var taken = (IntakeOutcome.Taken)await intake.TakeInAsync(new Incoming("webhook:msg_1", body, RequestReader.Read(body, maxPartners: 30)), CancellationToken.None);
        await intake.WakeAsync(Engine, taken, CancellationToken.None);
        await RunAsync(town, taken.Id);
        return taken.Id;
    }

    /// <summary>What the orchestration does when it is woken.</summary>
    private static async Task RunAsync(MailTown town, MiniGrantId id)
    {
        var activities = new MiniGrantActivities(town.The<MiniGrantAdvance>(), town.The<IMailDelivery>(), town.The<OpenWorkTable>());
        var advanced = await activities.AdvanceMiniGrant(id.Value, CancellationToken.None);
        Assert.True(advanced.MailWaits);
        await activities.DeliverMail(new Delivery(id.Value, advanced.WakeAt, advanced.Mark), CancellationToken.None);
    }

    private async Task<MailTown> FoundAsync()
    {
        var town = await MailTown.BuildAsync(azurite);
        await town.FoundAsync();
        return town;
    }

    private void Print(string transition, List<string> requests)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{transition}: {requests.Count} requests"));
        foreach (var kind in requests.CountBy(KindOf))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {kind.Value} {kind.Key}"));
        }
    }

    private static string KindOf(string request) => Keys().Replace(request, "()");

    [GeneratedRegex(@"\(.*\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Keys();
}
