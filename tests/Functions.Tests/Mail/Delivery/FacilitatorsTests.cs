using TechPlan.Domain;
using TechPlan.Domain.Directory;
using TechPlan.Functions.Mail.Delivery;

namespace TechPlan.Functions.Tests.Mail.Delivery;

public sealed class FacilitatorsTests
{
    private static readonly Person Itl = Someone("Ana Ruiz");
    private static readonly Person Leader = Someone("Lee Sanders");
    private static readonly Person Specialist = Someone("Dana Whitfield");

    private static readonly DistrictDirectory District = new(
        [
            new School("School 001", "Cluster 1", Itl, Leader, true, "public"),
            new School("School 002", "Cluster 1", new Person("Sam Hill", EmailAddress.Parse("sam@example.org")), Leader, true, "public"),
            new School("School 003", "Cluster 1", new Person("Sam Hill", EmailAddress.Parse("other.sam@example.org")), Someone("Kim Ode"), true, "public"),
        ],
        [new Cluster("Cluster 1", Specialist)]);

    [Theory]
    [InlineData("lee@elsewhere.example", "lee@elsewhere.example", "lee@elsewhere.example")]
    [InlineData("Lee Sanders <lee@elsewhere.example>", "Lee Sanders", "lee@elsewhere.example")]
    [InlineData("Lee Sanders, lee@elsewhere.example", "Lee Sanders", "lee@elsewhere.example")]
    [InlineData("lee@elsewhere.example (Lee)", "Lee", "lee@elsewhere.example")]
    public void MG_06_an_address_in_the_line_is_written_to(string typed, string name, string address) =>
        Assert.Equal(new Person(name, EmailAddress.Parse(address)), Facilitators.Find(typed, District));

    [Theory]
    [InlineData("Ana Ruiz")]
    [InlineData("  ana ruiz ")]
    public void A_name_of_the_directory_is_found(string typed) => Assert.Equal(Itl, Facilitators.Find(typed, District));

    [Fact]
    public void Leaders_of_several_schools_and_specialists_are_found_too()
    {
        Assert.Equal(Leader, Facilitators.Find("Lee Sanders", District));
        Assert.Equal(Specialist, Facilitators.Find("Dana Whitfield", District));
    }

    [Theory]
    [InlineData("Sam Hill")]
    [InlineData("Nobody Known")]
    [InlineData("to be announced")]
    [InlineData("@")]
    [InlineData("")]
    [InlineData(null)]
    public void Two_of_a_name_and_strangers_are_not(string? typed) => Assert.Null(Facilitators.Find(typed, District));

    private static Person Someone(string name) => new(name, EmailAddress.Parse(name.Replace(' ', '.') + "@example.org"));
}
