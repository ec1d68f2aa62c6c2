using TechPlan.Domain.MiniGrants;

namespace TechPlan.Domain.Tests.MiniGrants;

public sealed class MiniGrantPolicyCheckTests
{
    /// <summary>One mistake in each setting that can have one.</summary>
    public static TheoryData<string, MiniGrantPolicy> Mistakes => new()
    {
        { "LeadTimeDays", new() { LeadTimeDays = -1 } },
        { "MinimumParticipants", new() { MinimumParticipants = -1 } },
        { "SlcLevelOneDaysBefore", new() { SlcLevelOneDaysBefore = 0 } },
        { "EarlyWarningWorkdays", new() { EarlyWarningWorkdays = -1 } },
        { "ReviewReminderWorkdays", new() { ReviewReminderWorkdays = 0 } },
        { "OfficeAlertWorkdays", new() { OfficeAlertWorkdays = 0 } },
        { "OfficeCloses", new() { OfficeCloses = new TimeOnly(8, 0) } },
        { "CountRetryEvery", new() { CountRetryEvery = TimeSpan.FromSeconds(59) } },
        { "CountRetryFor", new() { CountRetryFor = TimeSpan.FromMinutes(1) } },
        { "MaxPartnerSchools", new() { MaxPartnerSchools = 101 } },
    };

    [Fact]
    public void The_defaults_are_the_districts_rules_and_make_sense()
    {
        var policy = new MiniGrantPolicy();

        Assert.Empty(MiniGrantPolicyCheck.Mistakes(policy));
        Assert.Equal((14, 15, new TimeOnly(16, 0), 7), (policy.LeadTimeDays, policy.MinimumParticipants, policy.CheckTime, policy.SlcLevelOneDaysBefore));
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_named_by_its_setting(string setting, MiniGrantPolicy policy) =>
        Assert.StartsWith(setting, Assert.Single(MiniGrantPolicyCheck.Mistakes(policy)), StringComparison.Ordinal);
}
