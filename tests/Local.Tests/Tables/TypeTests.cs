using Azure;
using Azure.Data.Tables;
using TechPlan.Testing;

namespace TechPlan.Local.Tests.Tables;

[Collection(AzuriteTests.Name)]
public sealed class TypeTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset At = new DateTimeOffset(2026, 10, 13, 16, 30, 0, TimeSpan.FromHours(-5)).AddTicks(1234567);

    [Fact]
    public async Task A_class_comes_back_as_it_was()
    {
        var table = await azurite.NewTableAsync();
        var written = Sample();
        await table.AddEntityAsync(written);
        var read = (await table.GetEntityAsync<Everything>("p", "r")).Value;

        Assert.Equivalent(
            new
            {
                written.Text, written.Flag, written.Number, written.Long, written.Double, written.Utc, written.Id, written.Bytes,
                written.Day, written.NoNumber, written.SomeLong, written.SomeDay, written.Renamed, written.Summary,
            },
            read);
        Assert.Equal(written.At, read.At);
        Assert.Equal((TimeSpan.Zero, DateTimeKind.Utc), (read.At.Offset, read.Utc.Kind));
        Assert.Equal(written.Data!.ToArray(), read.Data!.ToArray());
        Assert.Null(read.Ignored);
        Assert.NotNull(read.Timestamp);
        Assert.NotEqual(default, read.ETag);
    }

    [Fact]
    public async Task A_class_is_stored_under_the_names_and_types_it_declares()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(Sample());
        var stored = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;

        Assert.Equal("renamed", stored.GetString("other_name"));
        Assert.False(stored.ContainsKey("Renamed"));
        Assert.False(stored.ContainsKey("Ignored"));
        Assert.False(stored.ContainsKey("NoNumber"));
        Assert.Equal("Friday", stored.GetString("Day"));
        Assert.Equal("text 5", stored.GetString("Summary"));
        Assert.Equal(long.MaxValue, stored.GetInt64("Long"));
        Assert.Equal(At, stored.GetDateTimeOffset("At"));
        Assert.Equal(At.UtcDateTime, stored.GetDateTime("Utc"));
    }

    [Fact]
    public async Task A_dictionary_comes_back_with_its_types()
    {
        var table = await azurite.NewTableAsync();
        var written = new TableEntity("p", "r")
        {
            ["Text"] = "text", ["Flag"] = true, ["Number"] = int.MinValue, ["Long"] = 5L, ["Double"] = 3.0, ["At"] = At,
            ["Id"] = Guid.Parse("0b1c2d3e-0000-4000-8000-000000000001"), ["Bytes"] = new byte[] { 0, 255 }, ["Nothing"] = null,
        };
        await table.AddEntityAsync(written);
        var read = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;

        Assert.Equal("text", read["Text"]);
        Assert.Equal(true, read["Flag"]);
        Assert.Equal(int.MinValue, read["Number"]);
        Assert.Equal(5L, read["Long"]);
        Assert.Equal(3.0, read["Double"]);
        Assert.Equal(At, read["At"]);
        Assert.Equal(written["Id"], read["Id"]);
        Assert.Equal(new byte[] { 0, 255 }, read.GetBinary("Bytes"));
        Assert.Equal(new byte[] { 0, 255 }, read.GetBinaryData("Bytes").ToArray());
        Assert.False(read.ContainsKey("Nothing"));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.Epsilon)]
    [InlineData(1e300)]
    public async Task Every_double_survives(double value)
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["V"] = value });
        Assert.Equal(value, (await table.GetEntityAsync<TableEntity>("p", "r")).Value.GetDouble("V"));
    }

    [Fact]
    public async Task What_a_table_cannot_store_is_refused_by_name()
    {
        var table = azurite.Service().GetTableClient("any");
        var unspecified = new TableEntity("p", "r") { ["When"] = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Unspecified) };
        Assert.Contains("'When'", (await RefusedAsync(unspecified)).Message, StringComparison.Ordinal);
        Assert.Contains("'Day'", (await RefusedAsync(new TableEntity("p", "r") { ["Day"] = DayOfWeek.Friday })).Message, StringComparison.Ordinal);
        Assert.Contains("'V'", (await RefusedAsync(new TableEntity("p", "r") { ["V"] = 1m })).Message, StringComparison.Ordinal);

        Task<NotSupportedException> RefusedAsync(TableEntity entity) =>
            Assert.ThrowsAsync<NotSupportedException>(() => table.AddEntityAsync(entity));
    }

    private static Everything Sample() => new()
    {
        PartitionKey = "p", RowKey = "r", Text = "text", Flag = true, Number = 5, Long = long.MaxValue, Double = 0.1, Utc = At.UtcDateTime,
        At = At, Id = Guid.Parse("0b1c2d3e-0000-4000-8000-000000000001"), Bytes = [1, 2, 3], Data = new BinaryData([4, 5]),
        Day = DayOfWeek.Friday, SomeLong = -1, SomeDay = DayOfWeek.Monday, Renamed = "renamed", Ignored = new Version(1, 0), ETag = ETag.All,
    };
}
