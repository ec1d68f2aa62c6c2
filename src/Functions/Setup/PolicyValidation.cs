using Microsoft.Extensions.Options;
using TechPlan.Domain.MiniGrants;

namespace TechPlan.Functions.Setup;

/// <summary>Keeps the district's numbers within what the rules can work with.</summary>
internal sealed class PolicyValidation : IValidateOptions<MiniGrantPolicy>
{
    public ValidateOptionsResult Validate(string? name, MiniGrantPolicy options)
    {
        string[] problems = [.. Problems(options)];
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(MiniGrantPolicy policy)
    {
        (string Name, int Value, int Least, int Most)[] numbers =
        [
            (nameof(policy.LeadTimeDays), policy.LeadTimeDays, 0, 365),
            (nameof(policy.MinimumParticipants), policy.MinimumParticipants, 0, 10_000),
            (nameof(policy.SlcLevelOneDaysBefore), policy.SlcLevelOneDaysBefore, 1, 60),
            (nameof(policy.EarlyWarningWorkdays), policy.EarlyWarningWorkdays, 0, 60),
            (nameof(policy.ReviewReminderWorkdays), policy.ReviewReminderWorkdays, 1, 60),
            (nameof(policy.OfficeAlertWorkdays), policy.OfficeAlertWorkdays, 1, 60),
            (nameof(policy.MaxPartnerSchools), policy.MaxPartnerSchools, 0, 100),
        ];
        foreach (var (setting, value, least, most) in numbers)
        {
            if (value < least || value > most)
            {
                yield return $"TechPlan:Policy:{setting} must be a whole number from {least} to {most}.";
            }
        }

        if (policy.CountRetryEvery < TimeSpan.FromMinutes(1) || policy.CountRetryFor < policy.CountRetryEvery)
        {
            yield return "TechPlan:Policy:CountRetryEvery must be at least 00:01:00, and TechPlan:Policy:CountRetryFor no less than it.";
        }

        if (policy.OfficeCloses <= policy.OfficeOpens)
        {
            yield return "TechPlan:Policy:OfficeCloses must be later than TechPlan:Policy:OfficeOpens.";
        }
    }
}
