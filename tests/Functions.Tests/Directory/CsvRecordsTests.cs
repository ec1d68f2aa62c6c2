using TechPlan.Functions.Directory;

namespace TechPlan.Functions.Tests.Directory;

public sealed class CsvRecordsTests
{
    [Theory]
    [InlineData("a,b", new[] { "a", "b" })]
    [InlineData("a,b\r\n", new[] { "a", "b" })]
    [InlineData("a,", new[] { "a", "" })]
    [InlineData(",", new[] { "", "" })]
    [InlineData("\"a,b\",c", new[] { "a,b", "c" })]
    [InlineData("\"say \"\"yes\"\"\",c", new[] { "say \"yes\"", "c" })]
    [InlineData("\"\",x", new[] { "", "x" })]
    [InlineData("\"two\nlines\",x", new[] { "two\nlines", "x" })]
    public void A_record_is_split_into_its_values(string text, string[] values)
    {
        var record = Assert.Single(new CsvRecords(text).Read());

        Assert.False(record.Damaged);
        Assert.Equal(values, record.Values);
    }

    [Theory]
    [InlineData("a\"b,c")]
    [InlineData("\"a\"b,c")]
    [InlineData("\"a,c")]
    [InlineData("\"a\"\"")]
    public void A_quotation_mark_out_of_place_is_damage(string text)
    {
        Assert.True(Assert.Single(new CsvRecords(text).Read()).Damaged);
    }

    [Fact]
    public void Lines_are_counted_through_empty_ones_and_quoted_ones()
    {
        var records = new CsvRecords("a\n\n\"b\n\"\r\n\nc\n").Read();

        Assert.Equal([1, 3, 6], records.Select(record => record.Line));
    }
}
