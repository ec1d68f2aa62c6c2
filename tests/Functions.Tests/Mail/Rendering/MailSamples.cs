using System.Collections.Immutable;
using TechPlan.Domain;
using TechPlan.Domain.Calendars;
using TechPlan.Domain.MiniGrants;
using TechPlan.Domain.Notices;
using TechPlan.Functions.Mail.Rendering;

namespace TechPlan.Functions.Tests.Mail.Rendering;

/// <summary>One mini-grant in every state, and every mail that it can lead to.</summary>
internal static class MailSamples
{
    public static readonly MiniGrantId Id = MiniGrantId.For("sample");
    public static readonly Person Specialist = new("Dana Whitfield", EmailAddress.Parse("dana.whitfield@example.org"));
    public static readonly Person Lead = new("Marisol Ortega", EmailAddress.Parse("marisol.ortega@example.org"));
    public static readonly Person Office = new("Learning Technologies", EmailAddress.Parse("learning.technologies@example.org"));
    public static readonly DistrictRules Rules = new(
        new MiniGrantPolicy(), new SchoolCalendar(TimeZoneInfo.FindSystemTimeZoneById("America/Chicago"), [new DateOnly(2026, 9, 7)]));

    /// <summary>Wednesday, September 16, 2026, 3:10 pm in Chicago.</summary>
    public static readonly DateTimeOffset Asked = new(2026, 9, 16, 20, 10, 0, TimeSpan.Zero);

    public static readonly MailLinks Links = new(Page("review"), Page("hold"), Page("count"), Page("status"), Page("mini-grants/new"), new Uri($"https://techplan.example.org/enroll/{Id}"));

    /// <summary>Every notice that the rules can give, by the state in which it is sent.</summary>
    public static IEnumerable<(Notice Notice, MiniGrant.Known State)> All =>
        from sample in Kinds
        from audience in sample.Audiences
        select (new Notice(sample.Kind, audience), sample.State);

    public static MiniGrantRequest Request { get; } = new(
        "School 012",
        12,
        Lead,
        new DateOnly(2026, 9, 1),
        "Interactive whiteboards in the reading workshop",
        new SessionLocation("School 012", "1200 Maple Street", "204"),
        new SessionPlan(new DateOnly(2026, 10, 14), new TimeOnly(15, 30), new TimeOnly(17, 30), SessionType.Standard),
        [new PartnerSchool("School 044", 6)],
        "Jordan Pike",
        false,
        "Lee Sanders",
        false,
        new OtherEvaluation(true, "A short survey of the teachers in November"),
        new FollowUpPlan("Two classroom visits by the ITL, notes shared at the Learning Team", "School 012, library", new DateOnly(2026, 11, 4), new TimeOnly(15, 30)));

    public static Submission Submission { get; } = new(Id, Request, Asked, "Cluster 3",
    [
        new Flag(FlagKind.NotInSchoolImprovementPlan, "The topic does not reflect needs named in the School Improvement Plan."),
        new Flag(FlagKind.PartnerOutsideProgram, "The partner school “School 044” is not on the list of schools in the program."),
    ]);

    public static MailContext Context(Notice notice, MiniGrant.Known state, int? registered = 9, string? facilitatorToTell = null, params ImmutableArray<string> tasks) =>
        new(notice, state, Rules, new MailPeople(Office, "Lakeview Public Schools", Specialist, facilitatorToTell), Links, registered, tasks);

    public static MiniGrant.UnderReview UnderReview(Submission? submission = null) => new(submission ?? Submission, 1, false);

    public static MiniGrant.Approved Approved(Hold? hold = null) => new(Submission, Decided, hold, CountWatch.Fresh);

    public static MiniGrant.Confirmed Confirmed(int? registered = 17) => new(Submission, Decided, null, new FinalCount(registered, Checked, null));

    public static MiniGrant.Cancelled Cancelled(Submission? submission = null, int registered = 9) =>
        new(submission ?? Submission, Checked, new FinalCount(registered, Checked, null));

    public static MiniGrant.Withdrawn Withdrawn(bool wasPosted = true, string reason = "The principal needs the date for another event.") =>
        new(Submission, Asked.AddDays(9), Lead, reason, wasPosted);

    public static MiniGrant.Rejected Rejected(string note = "The library is closed for repairs until November.\n\nPlease ask again with another room; the topic is a good one.") =>
        new(Submission, Asked.AddDays(2), Specialist, note);

    private static Decision Decided => new(Specialist, Asked.AddDays(1));

    private static Hold HoldAnyway => new(Specialist, Asked.AddDays(23), "Two schools come with their whole staff and register on paper.");

    private static DateTimeOffset Checked => new(2026, 10, 13, 21, 0, 1, TimeSpan.Zero);

    private static IEnumerable<(NoticeKind Kind, Audience[] Audiences, MiniGrant.Known State)> Kinds =>
    [
        (NoticeKind.RequestReceived, [Audience.LeadItl], UnderReview()),
        (NoticeKind.PleaseReview, [Audience.Specialist], UnderReview()),
        (NoticeKind.ReviewReminder, [Audience.Specialist], UnderReview()),
        (NoticeKind.RequestUndecided, [Audience.Office], UnderReview()),
        (NoticeKind.RequestApproved, [Audience.LeadItl], Approved()),
        (NoticeKind.RequestRejected, [Audience.LeadItl], Rejected()),
        (NoticeKind.RequestExpired, [Audience.LeadItl, Audience.Specialist], new MiniGrant.Expired(Submission, Checked)),
        (NoticeKind.RequestWithdrawn, Everybody, Withdrawn()),
        (NoticeKind.RegistrationsLow, [Audience.LeadItl, Audience.Specialist], Approved()),
        (NoticeKind.SessionHeld, [Audience.LeadItl], Approved(HoldAnyway)),
        (NoticeKind.PleaseCount, [Audience.Specialist], Approved()),
        (NoticeKind.CountMissing, [Audience.Office], Approved()),
        (NoticeKind.SessionConfirmed, Everybody, Confirmed()),
        (NoticeKind.SessionCancelled, Everybody, Cancelled()),
    ];

    private static Audience[] Everybody => [Audience.LeadItl, Audience.Specialist, Audience.Facilitator, Audience.RegisteredPeople];

    private static Uri Page(string name) => new($"https://techplan.example.org/{name}/eyJnIjoiTUctN0tRNEQtMk05WEEiLCJhIjoicmV2aWV3In0.{new string('x', 43)}");
}
