using System.Globalization;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Forms;
using TechPlan.Functions.Mail.Rendering;

namespace TechPlan.Functions.Requests;

/// <summary>A request that was sent before, as if it had been typed again. Dates of the session and after it that have passed are left open.</summary>
internal static class EarlierRequest
{
    internal static TypedForm Typed(MiniGrantRequest request, DateOnly today)
    {
        var (session, followUp) = (request.Session, request.FollowUp);
        (string Pointer, string? Text)[] texts =
        [
            (FormPointers.LeadSchool, request.LeadSchool),
            (FormPointers.Participants, Number(request.ExpectedParticipants)),
            (FormPointers.SubmitterName, request.Submitter.Name),
            (FormPointers.SubmitterEmail, request.Submitter.Email.Value),
            (FormPointers.Discussed, MailDates.DayAndYear(request.DiscussedWithLearningTeamOn)),
            (FormPointers.Title, request.Title),
            (FormPointers.LocationSchool, request.Location.School),
            (FormPointers.LocationAddress, request.Location.Address),
            (FormPointers.LocationRoom, request.Location.Room),
            (FormPointers.SessionDate, StillAhead(session.Date, today)),
            (FormPointers.SessionStart, MailDates.Time(session.Start)),
            (FormPointers.SessionEnd, MailDates.Time(session.End)),
            (FormPointers.SessionType, RequestForm.ValueOf(session.Type)),
            .. request.PartnerSchools.Index().SelectMany(partner => Lines(partner.Index, partner.Item)),
            (FormPointers.Instructor, request.Instructor),
            (FormPointers.AssignInstructor, request.AssignInstructor ? RequestForm.Yes : null),
            (FormPointers.Facilitator, request.Facilitator),
            (FormPointers.ReflectsPlan, Answer(request.ReflectsSchoolImprovementPlan)),
            (FormPointers.OtherEvaluation, Answer(request.OtherEvaluation.Planned)),
            (FormPointers.Explanation, request.OtherEvaluation.Explanation),
            (FormPointers.FollowUpPlan, followUp.Plan),
            (FormPointers.FollowUpLocation, followUp.Location),
            (FormPointers.FollowUpDate, StillAhead(followUp.Date, today)),
            (FormPointers.FollowUpStart, followUp.Start is { } start ? MailDates.Time(start) : null),
        ];
        return new TypedForm([.. texts.Where(field => field.Text is not null).Select(field => new TypedField(field.Pointer, field.Text!))]);
    }

    private static (string Pointer, string? Text)[] Lines(int line, PartnerSchool partner) =>
    [
        (FormPointers.PartnerSchool(line), partner.School),
        (FormPointers.PartnerParticipants(line), Number(partner.ExpectedParticipants)),
    ];

    private static string? StillAhead(DateOnly date, DateOnly today) => date > today ? MailDates.DayAndYear(date) : null;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Answer(bool yes) => yes ? RequestForm.Yes : RequestForm.No;
}
