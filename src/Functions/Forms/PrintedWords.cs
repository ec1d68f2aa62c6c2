using System.Collections.Frozen;

namespace TechPlan.Functions.Forms;

/// <summary>
/// What our own form says by itself. Programs that save it again may lose what marks an invitation as one, or a field's tag; the
/// words stay, and nobody answers with them.
/// </summary>
internal static class PrintedWords
{
    internal const string MoreSchools = "List all other schools planning to participate in this professional development. For more than three, copy the last line.";
    internal const string Leaders = "Instructor and Facilitator";
    internal const string PickDate = "Pick or type a date";
    internal const string School = "School";
    internal const string Number = "Number";

    /// <summary>What stands in a field until somebody types there.</summary>
    private static readonly FrozenDictionary<string, string> Invitations = new Dictionary<string, string>
    {
        [FormPointers.LeadSchool] = "As the district lists it",
        [FormPointers.Participants] = "From this school",
        [FormPointers.SubmitterName] = "The school’s ITL",
        [FormPointers.SubmitterEmail] = "School email address",
        [FormPointers.Title] = "What the session is about",
        [FormPointers.LocationSchool] = "Where the session takes place",
        [FormPointers.LocationAddress] = "Number and street",
        [FormPointers.LocationRoom] = "Room",
        [FormPointers.SessionStart] = "Such as 3:30 pm",
        [FormPointers.SessionEnd] = "Such as 5:30 pm",
        [FormPointers.Instructor] = "Leave empty if you check the box below",
        [FormPointers.Facilitator] = "Who assists, if anybody does",
        [FormPointers.Explanation] = "A sentence or two",
        [FormPointers.FollowUpPlan] = "Every session has a follow-up; say what you plan",
        [FormPointers.FollowUpLocation] = "Where you meet again",
        [FormPointers.FollowUpStart] = "Such as 3:30 pm",
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> Placeholders = Invitations.Values.Concat([PickDate, School, Number]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The invitation of a field that has one of its own.</summary>
    internal static string InvitationOf(string pointer) => Invitations[pointer];

    internal static bool IsInvitation(string text) => Placeholders.Contains(text);

    /// <summary>Whether a printed line only explains, though it has a label's words in it.</summary>
    internal static bool IsExplanation(string line) => line is MoreSchools or Leaders;
}
