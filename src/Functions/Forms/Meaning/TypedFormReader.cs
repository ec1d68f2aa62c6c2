using System.Collections.Immutable;
using System.Text.RegularExpressions;
using TechPlan.Domain.Directory;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Forms.Meaning.Values;

namespace TechPlan.Functions.Forms.Meaning;

/// <summary>
/// Makes a draft of what was typed, whichever door it came through, and says of each field how it was understood. What is allowed
/// is not decided here.
/// </summary>
public static partial class TypedFormReader
{
    /// <param name="today">In the district; a date without a year is counted from it.</param>
    /// <returns>The reading; its <see cref="FormReading.Typed"/> has combined fields taken apart and partner schools counted without gaps.</returns>
    public static FormReading Read(TypedForm typed, DistrictDirectory directory, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(directory);
        var form = CombinedFields.TakeApart(typed);
        var desk = new FieldDesk(form, directory);
        var draft = Read(desk, today);
        return new FormReading(draft, form, desk.Fields, desk.Problems);
    }

    private static MiniGrantDraft Read(FieldDesk desk, DateOnly today)
    {
        var (start, end) = SessionTimes.Read(desk);
        var date = desk.Date(FormPointers.SessionDate, today);
        var (instructor, assign) = Instructor(desk);
        return new MiniGrantDraft
        {
            LeadSchool = desk.School(FormPointers.LeadSchool),
            ExpectedParticipants = desk.Number(FormPointers.Participants),
            SubmitterName = desk.Text(FormPointers.SubmitterName),
            SubmitterEmail = Email(desk),
            DiscussedWithLearningTeamOn = desk.Date(FormPointers.Discussed, today, past: true),
            Title = desk.Text(FormPointers.Title),
            LocationSchool = desk.School(FormPointers.LocationSchool, elsewhere: true),
            LocationAddress = desk.Text(FormPointers.LocationAddress),
            LocationRoom = desk.Text(FormPointers.LocationRoom),
            SessionDate = date,
            SessionStart = start,
            SessionEnd = end,
            SessionType = TypeOf(desk),
            PartnerSchools = Partners(desk),
            InstructorName = instructor,
            AssignInstructor = assign,
            Facilitator = desk.Text(FormPointers.Facilitator),
            ReflectsSchoolImprovementPlan = desk.Answer(FormPointers.ReflectsPlan),
            OtherEvaluationPlanned = desk.Answer(FormPointers.OtherEvaluation),
            OtherEvaluationExplanation = desk.Text(FormPointers.Explanation),
            FollowUpPlan = desk.Text(FormPointers.FollowUpPlan),
            FollowUpLocation = desk.Text(FormPointers.FollowUpLocation),
            FollowUpDate = desk.Date(FormPointers.FollowUpDate, date ?? today),
            FollowUpStart = desk.Time(FormPointers.FollowUpStart, field => TimeText.Read(field.Text)),
        };
    }

    private static string? Email(FieldDesk desk)
    {
        if (desk[FormPointers.SubmitterEmail] is not { } field)
        {
            return null;
        }

        switch (AddressText.Find(field.Text))
        {
            case []:
                desk.Refuse(field, "not-an-address", "We could not find an email address in it. Write one address, such as name@example.org.");
                return null;
            case [var one] when one.Value == field.Text.Trim():
                desk.Note(field, one.Value, Certainty.Exact, null);
                return one.Value;
            case [var one]:
                desk.Note(field, one.Value, Certainty.Understood, $"We understood {one.Value}.");
                return one.Value;
            case var several:
                desk.Note(field, several[0].Value, Certainty.Unsure, $"It names more than one address. Is it {several[0].Value}?");
                return several[0].Value;
        }
    }

    private static ImmutableArray<PartnerSchoolDraft> Partners(FieldDesk desk) =>
        [.. Enumerable.Range(0, desk.PartnerLines).Select(line => new PartnerSchoolDraft(desk.School(FormPointers.PartnerSchool(line)), desk.Number(FormPointers.PartnerParticipants(line))))];

    /// <summary>A name, or words that leave the choice to the office.</summary>
    private static (string? Name, bool? Assign) Instructor(FieldDesk desk)
    {
        var assign = desk.Answer(FormPointers.AssignInstructor);
        if (desk[FormPointers.Instructor] is not { } field)
        {
            return (null, assign);
        }

        if (!LeavesItToTheOffice().IsMatch(Plain.Of(field.Text)))
        {
            return (Nothing.IsTyped(field.Text) ? desk.Text(FormPointers.Instructor) : null, assign);
        }

        if (assign is null)
        {
            desk.Note(field with { Pointer = FormPointers.AssignInstructor }, "Yes", Certainty.Understood, $"We took “{field.Text.Trim()}” as asking Learning Technologies to assign an instructor.");
        }

        return (null, assign ?? true);
    }

    /// <summary>The district's paper form does not ask for it: a session is a standard one unless something says otherwise.</summary>
    private static SessionType? TypeOf(FieldDesk desk)
    {
        if (desk[FormPointers.SessionType] is not null)
        {
            return desk.Value(FormPointers.SessionType, SessionTypeText.Read, SessionTypeText.Show, "unknown-value");
        }

        if (new[] { FormPointers.Title, FormPointers.FollowUpPlan, FormPointers.Explanation }.Any(pointer => desk[pointer] is { } field && SessionTypeText.NamesSlc(field.Text)))
        {
            desk.Note(FormPointers.SessionType, SessionTypeText.Show(SessionType.SlcLevelOne), Certainty.Unsure, "The form mentions SLC. Is this an SLC Level 1 session or a standard one?");
            return SessionType.SlcLevelOne;
        }

        desk.Note(FormPointers.SessionType, SessionTypeText.Show(SessionType.Standard), Certainty.Understood, "The form does not say otherwise, so we took it for a standard session.");
        return SessionType.Standard;
    }

    [GeneratedRegex(
        @"^[\W_]*(?:(?:to be |please )?assign(?:ed)?\b.*|(?:from |by )?learning tech(?:nologies)?(?: .*)?|l\.?t\.?|(?:not (?:yet )?)?(?:known|sure|decided)(?: yet)?|t\.?b\.?[da]\.?|to be (?:determined|announced|decided)|unknown|(?:we |i )?(?:do not|don'?t) (?:yet )?know(?: yet)?|(?:we )?need(?:s|ed)?(?: one| an? instructor)?(?: please)?|no one yet|please provide.*|\?+)[\W_]*$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex LeavesItToTheOffice();
}
