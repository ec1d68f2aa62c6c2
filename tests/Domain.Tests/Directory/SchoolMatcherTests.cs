using System.Diagnostics;
using TechPlan.Domain.Directory;
using TechPlan.Domain.Tests.MiniGrants;

namespace TechPlan.Domain.Tests.Directory;

[Trait(Rule.Trait, Rule.MG14)]
public sealed class SchoolMatcherTests
{
    private static readonly DistrictDirectory District = Of(
        "Lincoln Elementary School", "Lincoln Middle School", "St. Mary's School", "Martin Luther King Jr. Elementary", "Washington High School", "Kosciuszko School",
        "School 012", "School 013", "School 120");

    [Theory]
    [InlineData("Lincoln Elementary School")]
    [InlineData("  LINCOLN elementary school ")]
    public void A_name_of_the_directory_is_exact(string typed) =>
        Assert.Equal("Lincoln Elementary School", Assert.IsType<SchoolMatch.Exact>(District.MatchSchool(typed)).School.Name);

    [Theory]
    [InlineData("Lincoln Elem.", "Lincoln Elementary School")]
    [InlineData("Lincoln ES", "Lincoln Elementary School")]
    [InlineData("Elementary School Lincoln", "Lincoln Elementary School")]
    [InlineData("Lincoln-Elementary", "Lincoln Elementary School")]
    [InlineData("Lincoln MS", "Lincoln Middle School")]
    [InlineData("Washington HS", "Washington High School")]
    [InlineData("Saint Marys", "St. Mary's School")]
    [InlineData("St Mary’s Sch.", "St. Mary's School")]
    [InlineData("MLK", "Martin Luther King Jr. Elementary")]
    [InlineData("MLK Elementary", "Martin Luther King Jr. Elementary")]
    [InlineData("King Elementary", "Martin Luther King Jr. Elementary")]
    [InlineData("Lincoln Elementary (main campus)", "Lincoln Elementary School")]
    [InlineData("Lincoln Elementary, 12 Main Street", "Lincoln Elementary School")]
    public void Another_way_of_writing_is_likely(string typed, string school) => Likely(typed, school);

    [Theory]
    [InlineData("School 12")]
    [InlineData("School #12")]
    [InlineData("#12")]
    [InlineData("No. 12")]
    [InlineData("PS 12")]
    [InlineData("P.S. 12")]
    [InlineData("Sch. 0012")]
    [InlineData("012")]
    public void Numbers_are_compared_as_numbers(string typed) => Likely(typed, "School 012");

    [Theory]
    [InlineData("School 014")]
    [InlineData("School 1")]
    [InlineData("School 0120 12")]
    [InlineData("School O12")]
    public void A_number_is_never_taken_for_another(string typed) => Assert.IsType<SchoolMatch.None>(District.MatchSchool(typed));

    [Theory]
    [InlineData("Lincon Elementary", "Lincoln Elementary School")]
    [InlineData("Licnoln Middle", "Lincoln Middle School")]
    [InlineData("Washingtn High School", "Washington High School")]
    [InlineData("Kosciusko", "Kosciuszko School")]
    [InlineData("Kosciszuko School", "Kosciuszko School")]
    public void Small_slips_are_forgiven(string typed, string school) => Likely(typed, school);

    [Theory]
    [InlineData("Lincoln")]
    [InlineData("Lincon School")]
    public void Two_schools_that_could_be_meant_are_a_question(string typed) =>
        Assert.Equal(["Lincoln Elementary School", "Lincoln Middle School"], Assert.IsType<SchoolMatch.Several>(District.MatchSchool(typed)).Candidates.Select(school => school.Name));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("School")]
    [InlineData("Elementary School")]
    [InlineData("Lincoln High School")]
    [InlineData("Jefferson")]
    [InlineData("Lin")]
    [InlineData("???")]
    [InlineData("\ud800")]
    public void What_is_like_no_school_is_none(string? typed) => Assert.IsType<SchoolMatch.None>(District.MatchSchool(typed));

    [Fact]
    public void No_more_candidates_are_named_than_can_be_asked_about()
    {
        var many = Of([.. Enumerable.Range(1, 20).Select(number => $"Franklin {number}")]);

        Assert.Equal(5, Assert.IsType<SchoolMatch.Several>(many.MatchSchool("Franklin")).Candidates.Length);
    }

    [Fact]
    public void Thousands_of_schools_are_searched_in_no_time()
    {
        var large = Of([.. Enumerable.Range(1, 5_000).Select(number => $"School of Exploration {number:D4}"), "Lincoln Elementary"]);
        large.MatchSchool("warm up");
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < 20; i++)
        {
            Assert.IsType<SchoolMatch.Likely>(large.MatchSchool("Lincon Elem"));
        }

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"{clock.Elapsed}");
    }

    private static void Likely(string typed, string school) =>
        Assert.Equal(school, Assert.IsType<SchoolMatch.Likely>(District.MatchSchool(typed)).School.Name);

    private static DistrictDirectory Of(params string[] names) => new(names.Select(name => Sample.School with { Name = name }), []);
}
