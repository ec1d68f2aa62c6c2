using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Tests.Storage;

public sealed class TableKeyTests
{
    [Theory]
    [InlineData("School 012", "School 012")]
    [InlineData("a/b", "a=2Fb")]
    [InlineData("a=2Fb", "a=3D2Fb")]
    [InlineData("x\\y#z?\n\u0085", "x=5Cy=23z=3F=0A=C2=85")]
    [InlineData("Schule Ä", "Schule =C3=84")]
    [InlineData("", "")]
    public void Any_text_becomes_a_safe_key(string text, string key) => Assert.Equal(key, TableKey.Of(text));

    [Fact]
    public void Long_texts_stay_different_and_short_enough()
    {
        var one = TableKey.Of(new string('/', 1000) + "1");
        var other = TableKey.Of(new string('/', 1000) + "2");

        Assert.NotEqual(one, other);
        Assert.Equal(200, one.Length);
    }

    [Fact]
    public void Names_meet_in_any_spelling() => Assert.Equal(TableKey.OfName("School 012"), TableKey.OfName(" SCHOOL 012 "));
}
