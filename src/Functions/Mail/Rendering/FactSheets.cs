using TechPlan.Domain.MiniGrants;
using static TechPlan.Functions.Mail.Rendering.Letters.Letter;

namespace TechPlan.Functions.Mail.Rendering;

/// <summary>The tables of facts: the whole request for those who decide, the session for those who come, the outcome for all.</summary>
internal static class FactSheets
{
    private const string Check = "Counted on";

    /// <summary>Everything that the form asked for.</summary>
    public static MailBlock Request(MailContext context) => Facts("The request", [.. SessionRows(context), .. PlanRows(context)]);

    /// <summary>When, where and what.</summary>
    public static MailBlock Session(MailContext context) => Facts("The session", SessionRows(context));

    /// <summary>The session for people who only come to it.</summary>
    public static MailBlock Invitation(MailContext context) => Facts("The session", InvitationRows(context));

    /// <summary>The session, with what registration needs.</summary>
    public static MailBlock Registration(MailContext context) => Facts("The session",
    [
        .. SessionRows(context),
        context.Registered is { } registered ? new Fact("Registered now", $"{registered} of at least {context.Minimum}") : new Fact("Minimum", People(context.Minimum)),
        new Fact(Check, context.Dates.Moment(context.CheckAt)),
    ]);

    /// <summary>Who decided what, when, and on which count.</summary>
    public static MailBlock Outcome(MailContext context) => Facts("What was decided", OutcomeRows(context));

    private static IEnumerable<Fact> InvitationRows(MailContext context)
    {
        var request = context.Request;
        yield return new Fact("Topic", PlainWords.Line(request.Title));
        yield return new Fact("When", MailDates.Session(request.Session));
        yield return new Fact("Where", Place(request.Location));
        yield return new Fact("Lead school", LeadSchool(context));
        yield return new Fact("Instructor", Instructor(request));
    }

    private static IEnumerable<Fact> SessionRows(MailContext context)
    {
        var request = context.Request;
        return
        [
            .. InvitationRows(context),
            .. request.Session.Type == SessionType.SlcLevelOne ? [new Fact("Type", "SLC Level 1")] : Array.Empty<Fact>(),
            new Fact("Facilitator", request.Facilitator is { } name ? PlainWords.Line(name) : "Not named"),
            new Fact("Expected", Expected(request)),
        ];
    }

    private static IEnumerable<Fact> PlanRows(MailContext context)
    {
        var request = context.Request;
        if (request.Session.Type is SessionType.Standard)
        {
            yield return new Fact("Type", "Standard session");
        }

        yield return new Fact("Lead ITL", LeadItl(context));
        yield return new Fact("Address", request.Submitter.Email.Value);
        yield return new Fact("Asked on", context.Dates.Moment(context.Submission.SubmittedAt));
        yield return new Fact("Learning Team", $"Discussed {MailDates.DayAndYear(request.DiscussedWithLearningTeamOn)}");
        yield return new Fact("SIP", request.ReflectsSchoolImprovementPlan ? "The topic reflects needs named in the plan" : "The topic does not reflect needs named in the plan");
        yield return new Fact("Evaluation", Evaluation(request.OtherEvaluation));
        yield return new Fact("Follow-up", FollowUp(request.FollowUp));
        yield return new Fact(Check, context.Dates.Moment(context.CheckAt));
    }

    private static IEnumerable<Fact> OutcomeRows(MailContext context) => context.State switch
    {
        MiniGrant.Approved approved => [ApprovedBy(approved.By, context), .. HeldBy(approved.Hold, context)],
        MiniGrant.Rejected rejected => [new Fact("Rejected by", ByAt(rejected.By.Name, rejected.At, context))],
        MiniGrant.Withdrawn withdrawn => [new Fact("Withdrawn by", ByAt(withdrawn.By.Name, withdrawn.At, context))],
        MiniGrant.Expired expired => [new Fact("Expired", context.Dates.Moment(expired.At))],
        MiniGrant.Confirmed confirmed => [ApprovedBy(confirmed.By, context), .. HeldBy(confirmed.Hold, context), .. Counted(confirmed.Count, context)],
        MiniGrant.Cancelled cancelled => Counted(cancelled.Count, context),
        _ => [],
    };

    private static Fact ApprovedBy(Decision by, MailContext context) => new("Approved by", ByAt(by.By.Name, by.At, context));

    private static IEnumerable<Fact> HeldBy(Hold? hold, MailContext context) => hold is null ? [] :
    [
        new Fact("Held anyway", ByAt(hold.By.Name, hold.At, context)),
        new Fact("Reason", PlainWords.Line(hold.Reason)),
    ];

    private static IEnumerable<Fact> Counted(FinalCount count, MailContext context)
    {
        var by = count.By is { } person ? $"number given by {PlainWords.Line(person.Name)}" : "counted on Enroll";
        yield return new Fact("Registered", count.Registered is { } registered
            ? $"{registered}, {by} {context.Dates.Moment(count.At)}"
            : $"Could not be counted; confirmed {context.Dates.Moment(count.At)}");
        yield return new Fact("Minimum", People(context.Minimum));
    }

    private static string ByAt(string name, DateTimeOffset at, MailContext context) => $"{PlainWords.Line(name)}, {context.Dates.Moment(at)}";

    private static string Place(SessionLocation at) =>
        $"{PlainWords.Line(at.School)}, room {PlainWords.Line(at.Room)}, {PlainWords.Line(at.Address)}";

    private static string Instructor(MiniGrantRequest request) => request switch
    {
        { Instructor: { } name, AssignInstructor: true } => $"{PlainWords.Line(name)} if possible; Learning Technologies assigns one",
        { Instructor: { } name } => PlainWords.Line(name),
        { AssignInstructor: true } => "Learning Technologies assigns one",
        _ => "Not known yet",
    };

    private static string Expected(MiniGrantRequest request) => request.PartnerSchools.IsEmpty
        ? People(request.TotalExpectedParticipants)
        : $"{People(request.TotalExpectedParticipants)}: {request.ExpectedParticipants} from {PlainWords.Line(request.LeadSchool)}, "
            + string.Join(", ", request.PartnerSchools.Select(partner => $"{partner.ExpectedParticipants} from {PlainWords.Line(partner.School)}"));

    private static string Evaluation(OtherEvaluation other) => other is { Planned: true }
        ? $"Online survey, and: {PlainWords.Line(other.Explanation ?? "one of the school’s own")}"
        : "Online survey";

    private static string FollowUp(FollowUpPlan plan)
    {
        var when = plan.Start is { } start ? MailDates.Moment(plan.Date, start) : MailDates.Day(plan.Date);
        return $"{PlainWords.Line(plan.Plan)} ({PlainWords.Line(plan.Location)}, {when})";
    }
}
