using TechPlan.Domain.MiniGrants;

namespace TechPlan.Domain.Tests.MiniGrants;

public sealed class MiniGrantIdTests
{
    [Fact]
    public void The_same_source_gives_the_same_id_for_ever() =>
        Assert.Equal("MG-VNPJS-XG4JQ", MiniGrantId.For("webhook:msg_1").Value);

    [Fact]
    public void Another_source_or_another_attempt_gives_another_id()
    {
        var ids = new[] { MiniGrantId.For("webhook:msg_1"), MiniGrantId.For("webhook:msg_2"), MiniGrantId.For("mail:msg_1"), MiniGrantId.For("webhook:msg_1", 1) };

        Assert.Equal(4, ids.Distinct().Count());
    }

    [Fact]
    public void Ten_thousand_sources_give_ten_thousand_ids_that_can_be_read_back()
    {
        var ids = Enumerable.Range(0, 10_000).Select(source => MiniGrantId.For($"webhook:{source}")).ToHashSet();

        Assert.Equal(10_000, ids.Count);
        Assert.All(ids, id => Assert.Equal(id, MiniGrantId.TryParse(id.Value)));
    }

    [Theory]
    [InlineData("MG-7KQ4D-2M9XA", "MG-7KQ4D-2M9XA")]
    [InlineData(" mg-7kq4d-2m9xa\n", "MG-7KQ4D-2M9XA")]
    [InlineData("MG-OIL4D-2M9XA", "MG-0114D-2M9XA")]
    public void An_id_is_read_as_people_type_it(string typed, string id) => Assert.Equal(id, MiniGrantId.TryParse(typed)?.ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("7KQ4D-2M9XA")]
    [InlineData("MG-7KQ4D2M9XA")]
    [InlineData("MG-7KQ4D-2M9XAB")]
    [InlineData("MG-7KQ4D-2M9X")]
    [InlineData("MG-7KQ4U-2M9XA")]
    [InlineData("MG-7KQ/D-2M9XA")]
    [InlineData("MX-7KQ4D-2M9XA")]
    [InlineData("MG-7KQ4D-2M9X\u0663")]
    public void Anything_else_is_no_id(string? typed) => Assert.Null(MiniGrantId.TryParse(typed));

    [Theory]
    [InlineData("", "")]
    [InlineData("Re: Your request (MG-7KQ4D-2M9XA)", "MG-7KQ4D-2M9XA")]
    [InlineData("mg-7kq4d-2m9xa, then MG-VNPJS-XG4JQ.000001.00", "MG-7KQ4D-2M9XA MG-VNPJS-XG4JQ")]
    [InlineData("MG-UUUUU-2M9XA XMG-7KQ4D-2M9XA MG-7KQ4D-2M9XAB", "")]
    public void Ids_are_found_in_a_text_in_their_order(string text, string ids) =>
        Assert.Equal(ids, string.Join(' ', MiniGrantId.FindAll(text)));
}
