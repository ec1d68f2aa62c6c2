using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using TechPlan.Domain.MiniGrants;

namespace TechPlan.Functions.Intake;

/// <summary>
/// Reads the webhook's JSON strictly: what is unknown, doubled or of another type is named, never guessed at. It reads on after
/// a problem, so that a sender learns of all of them at once.
/// </summary>
internal static class RequestReader
{
    /// <summary>The form is three levels deep; more is refused before it is read.</summary>
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 6 };

    /// <param name="maxPartners">A longer list of partner schools is only counted.</param>
    /// <returns>The reading; a body that is no JSON has one problem about the whole.</returns>
    internal static DraftReading Read(ReadOnlyMemory<byte> body, int maxPartners)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Strict);
            var problems = new ReadingProblems();
            var draft = document.RootElement.ValueKind == JsonValueKind.Object
                ? ReadForm(new JsonForm(document.RootElement, "", problems), maxPartners)
                : problems.Add<MiniGrantDraft>("", "wrong-type", "The body must be a JSON object with the form's fields.");
            return new DraftReading(draft ?? new MiniGrantDraft(), problems.All);
        }
        catch (JsonException broken)
        {
            return new DraftReading(new MiniGrantDraft(), [ReadingProblems.Of("", "not-json", Where(broken))]);
        }
    }

    private static string Where(JsonException broken) => string.Create(
        CultureInfo.InvariantCulture,
        $"The body is not readable JSON: it breaks off or goes wrong at line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1}. Send the whole form as one JSON object.");

    private static MiniGrantDraft ReadForm(JsonForm form, int maxPartners)
    {
        var submitter = form.Part("submitter");
        var location = form.Part("location");
        var session = form.Part("session");
        var evaluation = form.Part("otherEvaluation");
        var followUp = form.Part("followUp");
        var draft = new MiniGrantDraft
        {
            LeadSchool = form.Text("leadSchool"),
            ExpectedParticipants = form.WholeNumber("expectedParticipants"),
            SubmitterName = submitter.Text("name"),
            SubmitterEmail = submitter.Text("email"),
            DiscussedWithLearningTeamOn = form.Date("discussedWithLearningTeamOn"),
            Title = form.Text("title"),
            LocationSchool = location.Text("school"),
            LocationAddress = location.Text("address"),
            LocationRoom = location.Text("room"),
            SessionDate = session.Date("date"),
            SessionStart = session.Time("start"),
            SessionEnd = session.Time("end"),
            SessionType = SessionTypeOf(session),
            PartnerSchools = Partners(form, maxPartners),
            InstructorName = Instructor(form),
            AssignInstructor = form.YesOrNo("assignInstructor"),
            Facilitator = form.Text("facilitator"),
            ReflectsSchoolImprovementPlan = form.YesOrNo("reflectsSchoolImprovementPlan"),
            OtherEvaluationPlanned = evaluation.YesOrNo("planned"),
            OtherEvaluationExplanation = evaluation.Text("explanation"),
            FollowUpPlan = followUp.Text("plan"),
            FollowUpLocation = followUp.Text("location"),
            FollowUpDate = followUp.Date("date"),
            FollowUpStart = followUp.Time("start"),
        };
        Array.ForEach([submitter, location, session, evaluation, followUp, form], part => part.RefuseTheRest());
        return draft;
    }

    private static SessionType? SessionTypeOf(JsonForm session) => session.Text("type") switch
    {
        null => null,
        "standard" => SessionType.Standard,
        "slc-level-1" => SessionType.SlcLevelOne,
        _ => session.Refuse<SessionType?>("type", "unknown-value", "The session's type is \"standard\" or \"slc-level-1\"."),
    };

    private static string? Instructor(JsonForm form)
    {
        var instructor = form.Part("instructor");
        var name = instructor.Text("name");
        instructor.RefuseTheRest();
        return name;
    }

    private static ImmutableArray<PartnerSchoolDraft> Partners(JsonForm form, int maxPartners)
    {
        var lines = form.Lines("partnerSchools");
        return lines.Count > maxPartners
            ? [.. Enumerable.Repeat(new PartnerSchoolDraft(null, null), lines.Count)]
            : [.. lines.Select((line, index) => Partner(form.Line("partnerSchools", index, line)))];
    }

    private static PartnerSchoolDraft Partner(JsonForm line)
    {
        var partner = new PartnerSchoolDraft(line.Text("school"), line.WholeNumber("expectedParticipants"));
        line.RefuseTheRest();
        return partner;
    }
}
