using System.Globalization;

namespace TechPlan.Domain.MiniGrants;

/// <summary>The form's fields (MG-05), each with the sentence that a busy teacher needs.</summary>
internal static class FormFields
{
    internal static readonly FormField LeadSchool = new("/leadSchool", "The lead school", "Enter the name of the lead school as the district's list has it.");

    internal static readonly FormField Participants = new("/expectedParticipants", "The number of participants",
        "Enter how many people from the lead school you expect: a whole number from 1 to 2000.");

    internal static readonly FormField SubmitterName = new("/submitter/name", "Your name", "Enter your name: first and last name.");

    internal static readonly FormField SubmitterEmail = new("/submitter/email", "Your email address",
        "Enter your school email address, such as name@example.org: one address, without a name around it.");

    internal static readonly FormField Discussed = new("/discussedWithLearningTeamOn", "The date of the discussion",
        "Enter the date on which you discussed this request with your Learning Team.");

    internal static readonly FormField Title = new("/title", "The title", "Enter the title or topic of the session.");

    internal static readonly FormField LocationSchool = new("/location/school", "The location's school", "Enter the name of the school where the session takes place.");

    internal static readonly FormField LocationAddress = new("/location/address", "The location's address", "Enter the street address where the session takes place.");

    internal static readonly FormField LocationRoom = new("/location/room", "The room", "Enter the room in which the session takes place.");

    internal static readonly FormField SessionDate = new("/session/date", "The session's date", "Enter the date of the session: month, day and the year in full.");

    internal static readonly FormField SessionStart = new("/session/start", "The session's start", "Enter the time at which the session begins.");

    internal static readonly FormField SessionEnd = new("/session/end", "The session's end", "Enter the time at which the session ends.");

    internal static readonly FormField SessionType = new("/session/type", "The session's type", "Say whether the session is a standard one or SLC Level 1.");

    internal static readonly FormField PartnerSchools = new("/partnerSchools", "The list of other schools", "List the other schools that plan the session along.");

    internal static readonly FormField Instructor = new("/instructor/name", "The instructor",
        "Enter who leads the session, or ask Learning Technologies to assign an instructor.");

    internal static readonly FormField Facilitator = new("/facilitator", "The facilitator", "Enter who assists the instructor, or leave it empty.");

    internal static readonly FormField ReflectsPlan = new("/reflectsSchoolImprovementPlan", "The School Improvement Plan question",
        "Answer yes or no: does the topic reflect a need named in your School Improvement Plan?");

    internal static readonly FormField OtherEvaluation = new("/otherEvaluation/planned", "The evaluation question",
        "Answer yes or no: do you plan an evaluation beside the standard online survey?");

    internal static readonly FormField Explanation = new("/otherEvaluation/explanation", "The explanation",
        "You plan an evaluation of your own: explain in a sentence or two what it is.");

    internal static readonly FormField FollowUpPlan = new("/followUp/plan", "The follow-up plan",
        "Describe the follow-up: how you will know that practice has changed, and how you will reinforce it.", "MG-08");

    internal static readonly FormField FollowUpLocation = new("/followUp/location", "The follow-up's location", "Enter where the follow-up takes place.", "MG-08");

    internal static readonly FormField FollowUpDate = new("/followUp/date", "The follow-up's date", "Enter the date of the follow-up: month, day and the year in full.", "MG-08");

    internal static FormField PartnerName(int index) =>
        new(Partner(index, "school"), "The other school's name", "Enter the name of this school as the district's list has it, or take the line out.");

    internal static FormField PartnerParticipants(int index) =>
        new(Partner(index, "expectedParticipants"), "The number of participants", "Enter how many people from this school you expect: a whole number from 1 to 2000.");

    private static string Partner(int index, string member) => string.Create(CultureInfo.InvariantCulture, $"/partnerSchools/{index}/{member}");
}
