using Azure;
using Azure.Data.Tables;

namespace TechPlan.Local.Tests.Tables;

public sealed class TableEntityTests
{
    [Fact]
    public void Keys_version_and_properties_are_one_dictionary()
    {
        var entity = new TableEntity("p", "r") { ETag = new ETag("v1"), ["A"] = 1 };
        Assert.Equal(["PartitionKey", "RowKey", "odata.etag", "A"], entity.Keys);
        Assert.Equal("p", entity["PartitionKey"]);
        Assert.Equal("q", new TableEntity(new Dictionary<string, object> { ["PartitionKey"] = "q" }).PartitionKey);
    }

    [Fact]
    public void What_is_absent_reads_as_null()
    {
        var entity = new TableEntity();
        Assert.Null(entity["A"]);
        Assert.Null(entity.GetString("A"));
        Assert.Null(entity.GetInt64("A"));
        Assert.Null(entity.PartitionKey);
        Assert.Equal(default, entity.ETag);
    }

    [Fact]
    public void Another_type_than_asked_for_is_a_mistake()
    {
        var entity = new TableEntity { ["A"] = "text" };
        Assert.Throws<InvalidOperationException>(() => entity.GetInt32("A"));
    }

    [Fact]
    public void A_literal_does_not_narrow_a_column()
    {
        var entity = new TableEntity { ["L"] = 1L, ["D"] = 1.0, ["I"] = 1 };
        entity["L"] = 2;
        entity["D"] = 2;
        entity["I"] = 2;
        Assert.Equal((2L, 2.0, 2), (entity.GetInt64("L"), entity.GetDouble("D"), entity.GetInt32("I")));
    }
}
