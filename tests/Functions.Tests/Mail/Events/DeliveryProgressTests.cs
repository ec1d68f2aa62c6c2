using TechPlan.Functions.Mail.Events;

namespace TechPlan.Functions.Tests.Mail.Events;

public sealed class DeliveryProgressTests
{
    private static readonly DateTimeOffset Start = new(2099, 9, 8, 15, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Any_order_of_the_same_events_with_any_repetitions_ends_in_the_same_progress()
    {
        var random = new Random(20261122);
        for (var round = 0; round < 5_000; round++)
        {
            var events = Enumerable.Range(0, random.Next(1, 7)).Select(_ => Any(random)).ToArray();
            var expected = Fold(events);

            for (var shuffle = 0; shuffle < 4; shuffle++)
            {
                var shuffled = events.Concat(random.GetItems(events, random.Next(4))).ToArray();
                random.Shuffle(shuffled);
                Assert.Equal(expected, Fold(shuffled));
            }
        }
    }

    [Fact]
    public void No_event_takes_a_mail_back_to_an_earlier_state()
    {
        var random = new Random(20261123);
        DeliveryProgress? known = null;
        for (var i = 0; i < 1_000; i++)
        {
            var after = DeliveryProgress.Later(known, Any(random));
            Assert.True(known is null || after.State >= known.State);
            known = i % 20 == 0 ? null : after;
        }
    }

    [Theory]
    [InlineData(DeliveryState.Bounced, DeliveryState.Delivered)]
    [InlineData(DeliveryState.Withheld, DeliveryState.Delivered)]
    [InlineData(DeliveryState.SpamReported, DeliveryState.Delivered)]
    [InlineData(DeliveryState.Delivered, DeliveryState.Deferred)]
    public void What_is_told_late_or_happened_later_does_not_undo_what_is_more_final(DeliveryState final, DeliveryState other)
    {
        var known = new DeliveryProgress(final, Start, null);

        Assert.Equal(known, DeliveryProgress.Later(known, new DeliveryProgress(other, Start.AddHours(-1), null)));
        Assert.Equal(known, DeliveryProgress.Later(known, new DeliveryProgress(other, Start.AddHours(1), null)));
    }

    [Fact]
    public void A_mail_that_comes_back_after_its_delivery_has_bounced()
    {
        var returned = new DeliveryProgress(DeliveryState.Bounced, Start.AddHours(1), "5.1.1");

        Assert.Equal(returned, DeliveryProgress.Later(new DeliveryProgress(DeliveryState.Delivered, Start, null), returned));
    }

    private static DeliveryProgress Fold(IEnumerable<DeliveryProgress> events) => events.Aggregate((DeliveryProgress?)null, DeliveryProgress.Later)!;

    private static DeliveryProgress Any(Random random) => new(
        random.GetItems(Enum.GetValues<DeliveryState>(), 1)[0],
        Start.AddSeconds(random.Next(3)),
        random.GetItems<string?>([null, "5.1.1", "blocked"], 1)[0]);
}
