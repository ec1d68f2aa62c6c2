using Azure;
using Azure.Identity;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Tests.Storage;

public sealed class StorageOutageTests
{
    [Theory]
    [InlineData(0, true)]
    [InlineData(403, true)]
    [InlineData(429, true)]
    [InlineData(503, true)]
    [InlineData(400, false)]
    [InlineData(404, false)]
    [InlineData(412, false)]
    public void An_answer_is_an_outage_when_the_same_call_may_succeed_later(int status, bool outage) =>
        Assert.Equal(outage, StorageOutage.Is(new RequestFailedException(status, "No.")));

    [Fact]
    public void So_are_an_identity_without_a_token_and_tries_that_all_failed()
    {
        Assert.True(StorageOutage.Is(new AuthenticationFailedException("No managed identity.")));
        Assert.True(StorageOutage.Is(new AggregateException(new RequestFailedException(0, "Refused."), new TaskCanceledException())));
        Assert.True(StorageOutage.Is(new RequestFailedException(404, "No table.", "TableNotFound", null)));
        Assert.False(StorageOutage.Is(new InvalidOperationException()));
    }
}
