using TechPlan.Domain.Directory;
using TechPlan.Domain.Tests.MiniGrants;

namespace TechPlan.Domain.Tests.Directory;

public sealed class DistrictDirectoryTests
{
    private static readonly Cluster North = new("North", Sample.Specialist);

    [Theory]
    [InlineData("School 012")]
    [InlineData("  school 012 ")]
    public void Schools_are_found_without_regard_to_case_and_blanks(string name) =>
        Assert.Same(Sample.School, new DistrictDirectory([Sample.School], [North]).FindSchool(name));

    [Fact]
    public void Blanks_in_the_list_itself_do_not_matter_either() =>
        Assert.NotNull(new DistrictDirectory([Sample.School with { Name = "School 012 " }], []).FindSchool("School 012"));

    [Fact]
    [Trait(Rule.Trait, Rule.MG02)]
    public void A_cluster_has_one_specialist()
    {
        var directory = new DistrictDirectory([Sample.School], [North]);

        Assert.Equal(Sample.Specialist, directory.SpecialistOf("north"));
        Assert.Null(directory.SpecialistOf("South"));
    }

    [Fact]
    public void What_is_not_there_is_null()
    {
        var directory = new DistrictDirectory([], []);

        Assert.Null(directory.FindSchool(null));
        Assert.Null(directory.FindSchool("School 012"));
        Assert.Null(directory.FindCluster(null));
    }

    [Fact]
    public void A_name_that_appears_twice_is_named()
    {
        var schools = Assert.Throws<ArgumentException>(() => new DistrictDirectory([Sample.School, Sample.School with { Name = "SCHOOL 012" }], []));
        var clusters = Assert.Throws<ArgumentException>(() => new DistrictDirectory([], [North, North]));

        Assert.Contains("The school “SCHOOL 012” is listed twice.", schools.Message, StringComparison.Ordinal);
        Assert.Contains("The cluster “North” is listed twice.", clusters.Message, StringComparison.Ordinal);
    }
}
