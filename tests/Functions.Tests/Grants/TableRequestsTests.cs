using System.Globalization;
using System.Text.RegularExpressions;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Tests.Support;
using TechPlan.Testing;
using Xunit.Abstractions;

namespace TechPlan.Functions.Tests.Grants;

/// <summary>What a transition costs at the table service, from the person's press to the mail being off.</summary>
[Collection(AzuriteTests.Name)]
public sealed partial class TableRequestsTests(AzuriteFixture azurite, ITestOutputHelper output)
{
    [Fact]
    public async Task A_decision_costs_at_most_eight_requests_with_its_dispatch()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var id = await app.FiledAsync();
        var before = app.Requests.Requests.Count;

        await app.ExecuteAsync(id, new MiniGrantCommand.Approve(TestApp.Pat));
        await app.AdvanceAsync(id);

        // The engine here cannot be reached, which costs one look at the marker that a running one spares.
        var requests = app.Requests.Requests.Skip(before).ToList();
        Print("approve", requests);
        Assert.InRange(requests.Count - 1, 1, 8);
    }

    [Fact]
    public async Task A_new_request_costs_ten()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.FiledAsync("msg_warm");
        var before = app.Requests.Requests.Count;

        await app.FiledAsync();

        var requests = app.Requests.Requests.Skip(before).ToList();
        Print("submit", requests);
        Assert.InRange(requests.Count, 1, 10);
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
