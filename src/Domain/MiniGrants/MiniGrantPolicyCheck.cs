namespace TechPlan.Domain.MiniGrants;

/// <summary>Whether a district's numbers make sense; the workflow relies on it.</summary>
public static class MiniGrantPolicyCheck
{
    /// <summary>What is wrong: the setting's name and what it should be. Empty when all is well.</summary>
    public static IEnumerable<string> Mistakes(MiniGrantPolicy policy)
    {
        (bool Fine, string Sentence)[] checks =
        [
            (policy.LeadTimeDays is >= 0 and <= 365, "LeadTimeDays must be from 0 to 365."),
            (policy.MinimumParticipants is >= 0 and <= 2000, "MinimumParticipants must be from 0 to 2000."),
            (policy.SlcLevelOneDaysBefore is >= 1 and <= 60, "SlcLevelOneDaysBefore must be from 1 to 60."),
            (policy.EarlyWarningWorkdays is >= 0 and <= 60, "EarlyWarningWorkdays must be from 0 (no warning) to 60."),
            (policy.ReviewReminderWorkdays is >= 1 and <= 60, "ReviewReminderWorkdays must be from 1 to 60."),
            (policy.OfficeAlertWorkdays is >= 1 and <= 60, "OfficeAlertWorkdays must be from 1 to 60."),
            (policy.OfficeOpens < policy.OfficeCloses, "OfficeCloses must be later than OfficeOpens."),
            (policy.CountRetryEvery >= TimeSpan.FromMinutes(1), "CountRetryEvery must be a minute (00:01:00) or longer."),
            (policy.CountRetryFor >= policy.CountRetryEvery, "CountRetryFor must be no shorter than CountRetryEvery."),
            (policy.MaxPartnerSchools is >= 0 and <= 100, "MaxPartnerSchools must be from 0 to 100."),
        ];
        return checks.Where(check => !check.Fine).Select(check => check.Sentence);
    }
}
