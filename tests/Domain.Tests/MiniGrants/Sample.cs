using System.Collections.Immutable;
using TechPlan.Domain.Calendars;
using TechPlan.Domain.Directory;
using TechPlan.Domain.MiniGrants;

namespace TechPlan.Domain.Tests.MiniGrants;

/// <summary>
/// A request that nothing is wrong with, and its people and rules; tests change what they are about. Submitted on Monday,
/// September 14, 2026 at 10:00 for Wednesday, October 14: counted early on Friday the 9th, checked on Tuesday the 13th at 16:00.
/// </summary>
internal static class Sample
{
    internal static readonly MiniGrantPolicy Policy = new();

    internal static readonly SchoolCalendar DistrictCalendar = new(TimeZoneInfo.FindSystemTimeZoneById("America/Chicago"),
    [
        new(2026, 11, 26), new(2026, 11, 27),
        .. Enumerable.Range(0, 10).Select(day => new DateOnly(2026, 12, 23).AddDays(day)),
    ]);

    internal static readonly DistrictRules Rules = new(Policy, DistrictCalendar);

    internal static readonly Person Lead = new("Ada Field", EmailAddress.Parse("ada.field@example.org"));
    internal static readonly Person Specialist = new("Mia Stone", EmailAddress.Parse("mia.stone@example.org"));
    internal static readonly School School = new("School 012", "North", Lead, new Person("Leo Park", EmailAddress.Parse("leo.park@example.org")), true, "public");
    internal static readonly SubmissionFacts Facts = new(School, [], []);
    internal static readonly MiniGrantId Id = MiniGrantId.For("webhook:sample");
    internal static readonly MiniGrantRequest Request = ((CompletenessResult.Complete)Completeness.Check(Draft, Policy)).Request;

    internal static readonly DateTimeOffset SubmittedAt = At(9, 14, 10);
    internal static readonly DateTimeOffset EarlyAt = At(10, 9, 16);
    internal static readonly DateTimeOffset CheckAt = At(10, 13, 16);
    internal static readonly DateTimeOffset SessionAt = At(10, 14, 15, 30);

    internal static readonly Submission SampleSubmission = new(Id, Request, SubmittedAt, "North", []);

    internal static readonly MiniGrantCommand.Submit Submit = new(Id, Request, Facts);
    internal static readonly MiniGrantCommand.Approve Approve = new(Specialist);
    internal static readonly MiniGrantCommand.Reject Reject = new(Specialist, "Next term, please.");
    internal static readonly MiniGrantCommand.Withdraw Withdraw = new(Lead, "We moved it.");
    internal static readonly MiniGrantCommand.HoldAnyway HoldAnyway = new(Specialist, "A pilot.");
    internal static readonly MiniGrantCommand.EnrollmentUnavailable Unavailable = new();
    internal static readonly MiniGrantCommand.TimePassed Time = new();

    internal static readonly MiniGrantEvent Submitted = new MiniGrantEvent.Submitted(SubmittedAt, SampleSubmission);
    internal static readonly MiniGrantEvent Approved = new MiniGrantEvent.Approved(At(9, 15, 9), Specialist);
    internal static readonly MiniGrantEvent EarlyCounted = new MiniGrantEvent.EarlyCountTaken(EarlyAt, 9, true);
    internal static readonly MiniGrantEvent Held = new MiniGrantEvent.HeldAnyway(At(10, 12, 9), Specialist, "A pilot.");
    internal static readonly MiniGrantEvent CountFailed = new MiniGrantEvent.CountFailed(CheckAt);
    internal static readonly MiniGrantEvent CountRequested = new MiniGrantEvent.CountRequested(CheckAt.AddHours(4));
    internal static readonly MiniGrantEvent CountOverdue = new MiniGrantEvent.CountOverdue(SessionAt);
    internal static readonly MiniGrantEvent Confirmed = new MiniGrantEvent.Confirmed(CheckAt, 20, null);
    internal static readonly MiniGrantEvent Cancelled = new MiniGrantEvent.Cancelled(CheckAt, 9, null);
    internal static readonly MiniGrantEvent Rejected = new MiniGrantEvent.Rejected(At(9, 15, 9), Specialist, "Next term, please.");
    internal static readonly MiniGrantEvent Withdrawn = new MiniGrantEvent.Withdrawn(At(9, 15, 9), Lead, "We moved it.");
    internal static readonly MiniGrantEvent Expired = new MiniGrantEvent.Expired(CheckAt);

    /// <summary>What leads to an approved session whose early count is behind it.</summary>
    internal static readonly ImmutableArray<MiniGrantEvent> Counting = [Submitted, Approved, EarlyCounted];

    /// <summary>What leads to an approved session for whose number the specialist was asked.</summary>
    internal static readonly ImmutableArray<MiniGrantEvent> Asked = [.. Counting, CountFailed, CountRequested];

    internal static MiniGrantDraft Draft => new()
    {
        LeadSchool = "School 012",
        ExpectedParticipants = 12,
        SubmitterName = "Ada Field",
        SubmitterEmail = "ada.field@example.org",
        DiscussedWithLearningTeamOn = new DateOnly(2026, 9, 1),
        Title = "Spreadsheets in grade 5 science",
        LocationSchool = "School 012",
        LocationAddress = "12 Main Street",
        LocationRoom = "204",
        SessionDate = new DateOnly(2026, 10, 14),
        SessionStart = new TimeOnly(15, 30),
        SessionEnd = new TimeOnly(17, 30),
        SessionType = SessionType.Standard,
        PartnerSchools = [new PartnerSchoolDraft("School 044", 6)],
        InstructorName = "Lin Ode",
        AssignInstructor = false,
        Facilitator = "Sam Reed",
        ReflectsSchoolImprovementPlan = true,
        OtherEvaluationPlanned = false,
        FollowUpPlan = "We visit each other's lessons and compare notes.",
        FollowUpLocation = "School 012, library",
        FollowUpDate = new DateOnly(2026, 11, 4),
        FollowUpStart = new TimeOnly(15, 30),
    };

    internal static MiniGrantCommand.EnrollmentCounted Counted(int registered) => new(registered);

    internal static MiniGrantCommand.EnterCount Enter(int registered) => new(Specialist, registered);

    /// <summary>The sample's submission for another date.</summary>
    internal static Submission SubmissionFor(DateOnly date, SessionType type = SessionType.Standard) =>
        SampleSubmission with { Request = RequestFor(date, type) };

    internal static MiniGrantRequest RequestFor(DateOnly date, SessionType type = SessionType.Standard) =>
        Request with { Session = Request.Session with { Date = date, Type = type } };

    /// <summary>The instant of a local time in 2026.</summary>
    internal static DateTimeOffset At(int month, int day, int hour, int minute = 0) =>
        DistrictCalendar.InstantAt(new DateOnly(2026, month, day), new TimeOnly(hour, minute));
}
