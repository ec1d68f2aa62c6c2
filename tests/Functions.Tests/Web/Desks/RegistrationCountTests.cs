using Azure.Data.Tables;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using TechPlan.Functions.Enroll;
using TechPlan.Functions.Setup;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Tests.Web.Desks;

public sealed class RegistrationCountTests
{
    /// <summary>Nothing listens on port 9 of any machine that runs tests.</summary>
    private const string Nowhere =
        "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=bm8ga2V5;TableEndpoint=http://127.0.0.1:9/devstoreaccount1;";

    [Fact]
    public async Task MG_12_storage_that_is_down_gives_no_number_instead_of_none()
    {
        var options = new TableClientOptions();
        options.Retry.MaxRetries = 0;
        var tables = new TechPlanTables(new TableServiceClient(Nowhere, options), Options.Create(new StorageOptions()));
        var count = new RegistrationCount(new RegistrationStore(tables), NullLogger<RegistrationCount>.Instance);

        Assert.Null(await count.CountAsync(SampleGrants.Id, CancellationToken.None));
    }

    [Fact]
    public async Task Whoever_gives_up_waiting_is_not_given_an_answer()
    {
        var tables = new TechPlanTables(new TableServiceClient(Nowhere), Options.Create(new StorageOptions()));
        var count = new RegistrationCount(new RegistrationStore(tables), NullLogger<RegistrationCount>.Instance);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => count.CountAsync(SampleGrants.Id, new CancellationToken(canceled: true)));
    }
}
