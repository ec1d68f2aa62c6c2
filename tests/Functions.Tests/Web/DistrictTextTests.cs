using TechPlan.Functions.Web;

namespace TechPlan.Functions.Tests.Web;

public sealed class DistrictTextTests
{
    private static readonly DistrictText Chicago = new(TimeZoneInfo.FindSystemTimeZoneById("America/Chicago"));

    [Theory]
    [InlineData("2026-10-13T21:00:00Z", "Tuesday, October 13, 2026, 4:00 pm Central Time", "2026-10-13T16:00:00-05:00")]
    [InlineData("2026-12-01T05:30:00Z", "Monday, November 30, 2026, 11:30 pm Central Time", "2026-11-30T23:30:00-06:00")]
    [InlineData("2027-01-01T06:00:00Z", "Friday, January 1, 2027, 12:00 am Central Time", "2027-01-01T00:00:00-06:00")]
    public void Instants_are_told_in_the_district_s_time(string instant, string words, string machine)
    {
        var at = DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(words, Chicago.Moment(at));
        Assert.Equal(machine, Chicago.MachineMoment(at));
    }

    [Fact]
    public void A_session_s_hours_name_the_zone() =>
        Assert.Equal("3:30 pm to 5:30 pm Central Time", Chicago.Hours(SampleGrants.Request.Session));
}
