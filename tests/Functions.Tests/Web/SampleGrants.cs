using System.Collections.Immutable;
using TechPlan.Domain;
using TechPlan.Domain.Calendars;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Web;

namespace TechPlan.Functions.Tests.Web;

/// <summary>One request in each state it can be in, for what shows mini-grants.</summary>
public static class SampleGrants
{
    public static readonly DateTimeOffset SubmittedAt = new(2026, 9, 8, 15, 12, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset DecidedAt = new(2026, 9, 10, 14, 5, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset CountedAt = new(2026, 10, 13, 21, 0, 1, TimeSpan.Zero);
    public static readonly Person Dana = new("Dana Field", EmailAddress.Parse("dana.field@example.org"));
    public static readonly Person Pat = new("Pat Lee", EmailAddress.Parse("pat.lee@example.org"));
    public static readonly MiniGrantId Id = MiniGrantId.For("webhook:sample");

    public static readonly DistrictRules Rules = new(
        new MiniGrantPolicy(), new SchoolCalendar(TimeZoneInfo.FindSystemTimeZoneById("America/Chicago"), [new DateOnly(2026, 9, 7)]));

    public static readonly MiniGrantRequest Request = new(
        "School 012", 12, Dana, new DateOnly(2026, 9, 1), "Reading graphs in science class: spreadsheets for beginners",
        new SessionLocation("School 012", "1200 Lake Street", "204"),
        new SessionPlan(new DateOnly(2026, 10, 14), new TimeOnly(15, 30), new TimeOnly(17, 30), SessionType.Standard),
        [new PartnerSchool("School 044", 6)], "Robin Hale", false, "Sam Ortiz", true, new OtherEvaluation(true, "A short exit card, collected by the facilitator."),
        new FollowUpPlan(
            "Each teacher tries one lesson within two weeks and brings two student graphs.\nThe ITL visits every class once.",
            "School 012, library", new DateOnly(2026, 11, 4), new TimeOnly(15, 30)));

    public static readonly Submission Submission = new(Id, Request, SubmittedAt, "Cluster 3", []);

    public static readonly Submission Flagged = Submission with
    {
        Flags =
        [
            new Flag(FlagKind.NotInSchoolImprovementPlan, "The topic does not reflect needs named in the School Improvement Plan."),
            new Flag(FlagKind.PartnerOutsideProgram, "The partner school “School 044” is not on the list of schools in the program."),
        ],
    };

    public static readonly MiniGrant.UnderReview UnderReview = new(Submission, 0, false);

    public static readonly MiniGrant.Approved Approved = new(Submission, new Decision(Pat, DecidedAt), null, CountWatch.Fresh);

    public static readonly MiniGrant.Approved Held = Approved with { Hold = new Hold(Pat, DecidedAt.AddDays(28), "The room is paid and the topic is urgent.") };

    public static readonly MiniGrant.Approved ToBeCounted = Approved with { Watch = CountWatch.Fresh with { EarlyCountDone = true, RequestedAt = CountedAt } };

    public static readonly MiniGrant.Confirmed Confirmed = new(Submission, new Decision(Pat, DecidedAt), null, new FinalCount(17, CountedAt, null));

    public static readonly MiniGrant.Rejected Rejected = new(Submission, DecidedAt, Pat, "Please plan it with School 044 first.");

    public static readonly MiniGrant.Withdrawn Withdrawn = new(Submission, DecidedAt, Dana, "The room was given away.", true);

    public static readonly MiniGrant.Expired Expired = new(Submission, CountedAt);

    public static readonly MiniGrant.Cancelled Cancelled = new(Submission, CountedAt, new FinalCount(9, CountedAt, null));

    public static readonly ImmutableArray<MiniGrant.Known> All =
        [UnderReview, Approved, Held, ToBeCounted, Confirmed, Rejected, Withdrawn, Expired, Cancelled];

    public static GrantView View(MiniGrant.Known state) => new(state, Rules, "Pat Lee");

    /// <summary>The request with another title, under review.</summary>
    public static MiniGrant.UnderReview Titled(string title) => new(Submission with { Request = Request with { Title = title } }, 0, false);
}
