namespace TechPlan.Functions.Forms.Meaning.Labels;

/// <summary>What a printed label asks for. Some mean different fields in different parts of the form: a date, a location, a school.</summary>
internal enum FormLabel
{
    /// <summary>Printed text that no answer belongs to.</summary>
    Help,

    /// <summary>A label whose answer is not part of a request: the office's boxes, a telephone number.</summary>
    Ignored,

    LeadSchool,
    Participants,
    SubmitterName,
    SubmitterEmail,
    Name,
    Email,
    Discussed,
    Title,
    SessionHeader,
    Location,
    SessionLocation,
    School,
    LocationSchool,
    Address,
    Room,
    Date,
    SessionDate,
    Time,
    SessionTime,
    Start,
    End,
    DateAndTime,
    SessionDateAndTime,
    SessionType,
    PartnersHeader,
    PartnerSchool,
    PartnerParticipants,
    Instructor,
    Facilitator,
    ReflectsPlan,
    OtherEvaluation,
    EvaluationHeader,
    Explanation,
    FollowUpPlan,
    FollowUpLocation,
    FollowUpDate,
    FollowUpTime,
    FollowUpDateAndTime,

    /// <summary>Words beside a box.</summary>
    Yes,
    No,
    AssignInstructor,
    Standard,
    SlcLevelOne,
    Office,
}

/// <summary>What kind of answer a label asks for.</summary>
internal static class FormLabels
{
    /// <summary>It stands beside a box and is itself the answer.</summary>
    internal static bool IsChoice(this FormLabel label) =>
        label is FormLabel.Yes or FormLabel.No or FormLabel.AssignInstructor or FormLabel.Standard or FormLabel.SlcLevelOne or FormLabel.Office;

    internal static bool IsQuestion(this FormLabel label) => label is FormLabel.ReflectsPlan or FormLabel.OtherEvaluation;

    /// <summary>How many lines an answer has at most; more is not part of it.</summary>
    internal static int MostLines(this FormLabel label) => label switch
    {
        FormLabel.FollowUpPlan or FormLabel.Explanation or FormLabel.PartnersHeader => 200,
        FormLabel.Location or FormLabel.SessionLocation or FormLabel.FollowUpLocation => 5,
        FormLabel.Address => 3,
        _ => 1,
    };
}
