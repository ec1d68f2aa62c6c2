using TechPlan.Functions.Mail.Carriers;

namespace TechPlan.Functions.Tests.Mail.Carriers;

public sealed class RetryAfterTests
{
    private static readonly DateTimeOffset Now = new(2026, 10, 13, 21, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("0", 0)]
    [InlineData("120", 120)]
    [InlineData("Tue, 13 Oct 2026 21:02:00 GMT", 120)]
    [InlineData("Tue, 13 Oct 2026 20:00:00 GMT", 0)]
    [InlineData("9999999", 86400)]
    public void Seconds_and_dates_are_read_within_a_day(string header, int seconds) => Assert.Equal(Now.AddSeconds(seconds), RetryAfter.Read(header, Now));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("-5")]
    [InlineData("99999999999999")]
    public void Nonsense_is_no_time(string? header) => Assert.Null(RetryAfter.Read(header, Now));

    [Theory]
    [InlineData(429, true)]
    [InlineData(503, true)]
    [InlineData(500, true)]
    [InlineData(408, true)]
    [InlineData(400, false)]
    [InlineData(401, false)]
    [InlineData(403, false)]
    [InlineData(413, false)]
    public void What_passes_by_itself_is_tried_again_and_the_rest_is_refused(int status, bool later) =>
        Assert.Equal(later, HttpAnswers.OfFailure(status, null, Now) is CarrierAnswer.Later);
}
