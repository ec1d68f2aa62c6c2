using System.Diagnostics;
using Azure;
using Azure.Core;
using Azure.Data.Tables;
using TechPlan.Testing;

namespace TechPlan.Local.Tests.Tables;

[Collection(AzuriteTests.Name)]
public sealed class PipelineTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_callers_policy_sees_every_request()
    {
        var probe = new RequestProbe();
        var table = await azurite.NewTableAsync(Options.With(probe));
        await table.AddEntityAsync(new TableEntity("p", "r"));
        await table.GetEntityAsync<TableEntity>("p", "r");
        Assert.Equal(
            ["POST devstoreaccount1/Tables", $"POST devstoreaccount1/{table.Name}", $"GET devstoreaccount1/{table.Name}(PartitionKey=%27p%27,RowKey=%27r%27)"],
            probe.Requests.Select(x => x.Replace("'", "%27", StringComparison.Ordinal).Replace(" /", " ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_busy_service_is_asked_again_no_sooner_than_it_says()
    {
        var probe = new RequestProbe().AnswerFirst(1, () => new CannedResponse(503, ("Retry-After", "1")));
        var table = azurite.Service(Options.With(probe)).GetTableClient(azurite.NewName());
        var started = Stopwatch.StartNew();
        await table.CreateIfNotExistsAsync();
        Assert.Equal(2, probe.Requests.Count);
        Assert.InRange(started.Elapsed, TimeSpan.FromSeconds(0.95), TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_service_that_stays_busy_is_an_error_after_the_retries()
    {
        var probe = new RequestProbe { Answer = _ => new CannedResponse(503) };
        var table = azurite.Service(Options.With(probe)).GetTableClient("any");
        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "r")));
        Assert.Equal(503, failure.Status);
        Assert.Equal(4, probe.Requests.Count);
    }

    [Fact]
    public async Task A_policy_per_call_sees_a_retried_call_once()
    {
        var perCall = new RequestProbe();
        var options = Options.With(perCall, HttpPipelinePosition.PerCall);
        options.AddPolicy(new RequestProbe().AnswerFirst(2, () => new CannedResponse(500)), HttpPipelinePosition.PerRetry);
        await azurite.NewTableAsync(options);
        Assert.Single(perCall.Requests);
    }

    [Fact]
    public async Task An_answer_that_is_not_the_services_shows_its_status()
    {
        var probe = new RequestProbe { Answer = _ => new CannedResponse(403) { ContentStream = new MemoryStream("<html>"u8.ToArray(), 0, 6, false, true) } };
        var table = azurite.Service(Options.With(probe)).GetTableClient("any");
        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.GetEntityAsync<TableEntity>("p", "r"));
        Assert.Equal(403, failure.Status);
    }

    [Fact]
    public async Task A_wrong_key_is_refused_until_it_is_put_right()
    {
        var uri = azurite.Service().Uri;
        var credential = new TableSharedKeyCredential("devstoreaccount1", Convert.ToBase64String("wrong"u8));
        var service = new TableServiceClient(uri, credential);
        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => service.CreateTableIfNotExistsAsync(azurite.NewName()));
        Assert.Equal(403, failure.Status);

        credential.SetAccountKey(azurite.ConnectionString.Split("AccountKey=")[1].Split(';')[0]);
        Assert.Equal(204, (await service.CreateTableIfNotExistsAsync(azurite.NewName())).GetRawResponse().Status);
    }
}
