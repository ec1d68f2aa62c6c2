using Azure.Data.Tables;

namespace TechPlan.Local.Tests.Tables;

public sealed class FilterTests
{
    [Fact]
    public void Every_type_has_its_literal()
    {
        var id = Guid.Parse("0b1c2d3e-0000-4000-8000-000000000001");
        Assert.Equal("A eq 'it''s'", TableClient.CreateQueryFilter($"A eq {"it's"}"));
        Assert.Equal("A eq '''' or A eq true", TableClient.CreateQueryFilter($"A eq {'\''} or A eq {true}"));
        Assert.Equal("A eq 5 and B eq 5L and C eq 0.5", TableClient.CreateQueryFilter($"A eq {5} and B eq {5L} and C eq {0.5}"));
        Assert.Equal($"A eq guid'{id}'", TableClient.CreateQueryFilter($"A eq {id}"));
        Assert.Equal("A eq X'01FF'", TableClient.CreateQueryFilter($"A eq {new byte[] { 1, 255 }}"));
        Assert.Equal("A eq X'01FF'", TableClient.CreateQueryFilter($"A eq {new BinaryData([1, 255])}"));
    }

    [Fact]
    public void Dates_are_in_UTC_to_the_last_tick()
    {
        var local = new DateTimeOffset(2026, 10, 13, 16, 0, 0, TimeSpan.FromHours(-5)).AddTicks(1);
        Assert.Equal("A ge datetime'2026-10-13T21:00:00.0000001Z'", TableClient.CreateQueryFilter($"A ge {local}"));
        Assert.Equal("A ge datetime'2026-10-13T21:00:00Z'", TableClient.CreateQueryFilter($"A ge {local.UtcDateTime.AddTicks(-1)}"));
    }

    [Fact]
    public void A_value_cannot_become_syntax() =>
        Assert.Equal("A eq '{0} '' or 1 eq 1'", TableClient.CreateQueryFilter($"A eq {"{0} ' or 1 eq 1"}"));

    [Fact]
    public void What_a_filter_cannot_say_is_refused() =>
        Assert.Throws<ArgumentException>(() => TableClient.CreateQueryFilter($"A eq {DayOfWeek.Friday}"));
}
