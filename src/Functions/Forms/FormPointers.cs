using System.Globalization;
using System.Text.RegularExpressions;

namespace TechPlan.Functions.Forms;

/// <summary>The form's fields as JSON Pointers into the request.</summary>
public static partial class FormPointers
{
    public const string LeadSchool = "/leadSchool";
    public const string Participants = "/expectedParticipants";
    public const string SubmitterName = "/submitter/name";
    public const string SubmitterEmail = "/submitter/email";
    public const string Discussed = "/discussedWithLearningTeamOn";
    public const string Title = "/title";
    public const string LocationSchool = "/location/school";
    public const string LocationAddress = "/location/address";
    public const string LocationRoom = "/location/room";
    public const string SessionDate = "/session/date";
    public const string SessionStart = "/session/start";
    public const string SessionEnd = "/session/end";
    public const string SessionType = "/session/type";
    public const string Instructor = "/instructor/name";
    public const string AssignInstructor = "/assignInstructor";
    public const string Facilitator = "/facilitator";
    public const string ReflectsPlan = "/reflectsSchoolImprovementPlan";
    public const string OtherEvaluation = "/otherEvaluation/planned";
    public const string Explanation = "/otherEvaluation/explanation";
    public const string FollowUpPlan = "/followUp/plan";
    public const string FollowUpLocation = "/followUp/location";
    public const string FollowUpDate = "/followUp/date";
    public const string FollowUpStart = "/followUp/start";

    /// <summary>Every field but those of partner schools, with what people call it, in the order of the form.</summary>
    private static readonly (string Pointer, string Name)[] Named =
    [
        (LeadSchool, "Lead school"),
        (Participants, "Expected participants"),
        (SubmitterName, "Submitter’s name"),
        (SubmitterEmail, "Submitter’s email address"),
        (Discussed, "Date discussed with the Learning Team"),
        (Title, "Title or topic"),
        (LocationSchool, "Location: school"),
        (LocationAddress, "Location: address"),
        (LocationRoom, "Location: room"),
        (SessionDate, "Date of the session"),
        (SessionStart, "Start time"),
        (SessionEnd, "End time"),
        (SessionType, "Type of session"),
        (Instructor, "Instructor"),
        (AssignInstructor, "Learning Technologies assigns an instructor"),
        (Facilitator, "Facilitator"),
        (ReflectsPlan, "Reflects the School Improvement Plan"),
        (OtherEvaluation, "Another evaluation"),
        (Explanation, "Explanation of the evaluation"),
        (FollowUpPlan, "Follow-up plan"),
        (FollowUpLocation, "Follow-up: location"),
        (FollowUpDate, "Follow-up: date"),
        (FollowUpStart, "Follow-up: time"),
    ];

    /// <summary>The fields that every form has once, in its order; a partner school's come on top.</summary>
    public static IEnumerable<string> Single => Named.Select(named => named.Pointer);

    public static string PartnerSchool(int index) => string.Create(CultureInfo.InvariantCulture, $"/partnerSchools/{index}/school");

    public static string PartnerParticipants(int index) => string.Create(CultureInfo.InvariantCulture, $"/partnerSchools/{index}/expectedParticipants");

    /// <summary>The partner school's line that a field belongs to; null when it belongs to none.</summary>
    public static int? PartnerIndex(string pointer) =>
        Partner().Match(pointer) is { Success: true } match ? int.Parse(match.Groups["index"].ValueSpan, CultureInfo.InvariantCulture) : null;

    /// <summary>The same field of another partner school's line.</summary>
    internal static string AtLine(string pointer, int index) =>
        pointer.EndsWith("/school", StringComparison.Ordinal) ? PartnerSchool(index) : PartnerParticipants(index);

    public static bool IsKnown(string pointer) => Array.Exists(Named, field => field.Pointer == pointer) || PartnerIndex(pointer) is not null;

    /// <summary>What people call a field, fit for the head of a line: <c>Date of the session</c>.</summary>
    public static string NameOf(string pointer) => PartnerIndex(pointer) is { } index
        ? string.Create(CultureInfo.InvariantCulture, $"Partner school {index + 1}{(pointer.EndsWith("/school", StringComparison.Ordinal) ? "" : ": participants")}")
        : Array.Find(Named, field => field.Pointer == pointer).Name ?? pointer;

    /// <summary>Its place in the form: partner schools stand between the session and the instructor, as on paper.</summary>
    internal static (int Place, int Line) OrderOf(string pointer) => PartnerIndex(pointer) is { } index
        ? (Array.FindIndex(Named, field => field.Pointer == SessionType), index + 1)
        : (Array.FindIndex(Named, field => field.Pointer == pointer), 0);

    [GeneratedRegex("^/partnerSchools/(?<index>[0-9]{1,3})/(school|expectedParticipants)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Partner();
}
