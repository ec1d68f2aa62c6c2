using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging.Abstractions;
using TechPlan.Functions.Retention;
using TechPlan.Functions.Tests.Support;
using TechPlan.Testing;

namespace TechPlan.Functions.Tests.Retention;

[Collection(AzuriteTests.Name)]
public sealed class RetentionFunctionTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task What_cannot_be_removed_keeps_nothing_else_from_being_removed()
    {
        var asked = new List<(string What, DateTimeOffset Oldest)>();
        var now = new DateTimeOffset(2026, 9, 8, 8, 30, 0, TimeSpan.Zero);
        var retention = new RetentionFunction(
            [Rule("one", 30, _ => throw new InvalidOperationException("storage is down")), Rule("two", 90, oldest => asked.Add(("two", oldest)))],
            new FixedTime(now),
            NullLogger<RetentionFunction>.Instance);

        var problem = await Assert.ThrowsAsync<AggregateException>(() => retention.RunAsync(new TimerInfo(), CancellationToken.None));

        Assert.Single(problem.InnerExceptions);
        Assert.Equal([("two", now.AddDays(-90))], asked);
    }

    [Fact]
    public async Task Everything_that_holds_names_for_a_time_has_its_rule()
    {
        await using var app = await TestApp.StartAsync(azurite);

        Assert.Equal(
            ["arrivals", "counted answers", "drafts", "handled mails", "mail events", "mails of Inbound Parse", "refused requests", "sent letters"],
            app.Get<IEnumerable<Retained>>().Select(rule => rule.What).Order(StringComparer.Ordinal));
    }

    private static Retained Rule(string what, int days, Action<DateTimeOffset> remove) => new(what, days, (oldest, _) =>
    {
        remove(oldest);
        return Task.FromResult(0);
    });

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
