using System.Collections.Immutable;
using TechPlan.Domain.Calendars;
using TechPlan.Domain.MiniGrants;
using TechPlan.Domain.Tests.MiniGrants;

namespace TechPlan.Domain.Tests.Histories;

/// <summary>A mini-grant's life as chance makes it: the district's closed days, the request, and what people, Enroll and time do then.</summary>
/// <param name="SubmittedHour">Hours after July 1, 2026, midnight UTC.</param>
/// <param name="DaysAhead">How far ahead the session is, beyond the earliest date.</param>
public sealed record History(ImmutableArray<int> ClosedDays, int SubmittedHour, int DaysAhead, SessionType Type, ImmutableArray<HistoryStep> Steps)
{
    private static readonly DateTimeOffset Epoch = new(2026, 7, 1, 0, 0, 0, TimeSpan.Zero);

    internal DateTimeOffset SubmittedAt => Epoch.AddHours(SubmittedHour);

    internal DistrictRules Rules => new(
        Sample.Policy,
        new SchoolCalendar(Sample.DistrictCalendar.TimeZone, ClosedDays.Select(day => new DateOnly(2026, 7, 1).AddDays(day))));

    internal MiniGrantRequest Request =>
        Sample.RequestFor(MiniGrantWorkflow.EarliestSessionDate(Type, SubmittedAt, Rules).AddDays(DaysAhead), Type) with
        {
            DiscussedWithLearningTeamOn = new DateOnly(2026, 6, 30),
        };

    /// <summary>What a failing test prints.</summary>
    public override string ToString() =>
        $"submitted {SubmittedAt:u} for {Request.Session.Date:O} ({Type}), closed [{string.Join(',', ClosedDays)}]: {string.Join("; ", Steps)}";
}

/// <summary>One thing that happens.</summary>
public abstract record HistoryStep
{
    private HistoryStep()
    {
    }

    /// <summary>Time goes by, and every deadline is met when it comes.</summary>
    public sealed record Wait(int Hours) : HistoryStep;

    /// <summary>Time goes by while the system stands still; then it takes up what is due.</summary>
    public sealed record StandStill(int Hours) : HistoryStep;

    /// <summary>From now on Enroll says this number; null: it does not answer.</summary>
    public sealed record EnrollSays(int? Registered) : HistoryStep;

    /// <summary>A command comes, fitting or not.</summary>
    public sealed record Give(MiniGrantCommand Command) : HistoryStep;
}
