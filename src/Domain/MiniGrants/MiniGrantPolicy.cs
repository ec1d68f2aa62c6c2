namespace TechPlan.Domain.MiniGrants;

/// <summary>The numbers a district may set otherwise. Times of day are the district's local time.</summary>
public sealed record MiniGrantPolicy
{
    /// <summary>Days from asking to the session, at least (MG-02).</summary>
    public int LeadTimeDays { get; init; } = 14;

    /// <summary>Registrations a session needs to take place (MG-12).</summary>
    public int MinimumParticipants { get; init; } = 15;

    /// <summary>When on its day the registrations are counted.</summary>
    public TimeOnly CheckTime { get; init; } = new(16, 0);

    /// <summary>Days before an SLC Level 1 session that its registrations are counted (MG-12).</summary>
    public int SlcLevelOneDaysBefore { get; init; } = 7;

    /// <summary>Workdays before the check that too few registrations are told.</summary>
    public int EarlyWarningWorkdays { get; init; } = 2;

    /// <summary>Workdays after which, and between which, the specialist is reminded of an undecided request.</summary>
    public int ReviewReminderWorkdays { get; init; } = 2;

    /// <summary>Workdays after which the office is told of an undecided request.</summary>
    public int OfficeAlertWorkdays { get; init; } = 6;

    /// <summary>No reminder is sent earlier in the day.</summary>
    public TimeOnly OfficeOpens { get; init; } = new(8, 0);

    /// <summary>No reminder is sent later in the day.</summary>
    public TimeOnly OfficeCloses { get; init; } = new(16, 0);

    /// <summary>How long after a failed count it is tried again.</summary>
    public TimeSpan CountRetryEvery { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a count is tried before a person is asked for the number.</summary>
    public TimeSpan CountRetryFor { get; init; } = TimeSpan.FromHours(4);

    /// <summary>Partner schools one request may name.</summary>
    public int MaxPartnerSchools { get; init; } = 30;

    /// <summary>The time of day itself, or the nearest at which a reminder may be sent.</summary>
    internal TimeOnly WithinOfficeHours(TimeOnly time) =>
        time < OfficeOpens ? OfficeOpens : time > OfficeCloses ? OfficeCloses : time;
}
