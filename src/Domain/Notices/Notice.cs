namespace TechPlan.Domain.Notices;

/// <summary>That somebody is to be told something: data, until a carrier has taken the mail.</summary>
public sealed record Notice(NoticeKind Kind, Audience To);

/// <summary>Who is told.</summary>
public enum Audience
{
    /// <summary>The request's submitter.</summary>
    LeadItl,

    /// <summary>The specialist of the lead school's cluster, whoever that is when the mail goes out.</summary>
    Specialist,

    /// <summary>The Learning Technologies office.</summary>
    Office,

    /// <summary>Who assists in the session, when the directory or the request knows an address.</summary>
    Facilitator,

    /// <summary>Everybody registered for the session on Enroll.</summary>
    RegisteredPeople,
}

/// <summary>What is told.</summary>
public enum NoticeKind
{
    /// <summary>We have your request, and what comes next.</summary>
    RequestReceived,

    /// <summary>A request waits for the specialist's decision.</summary>
    PleaseReview,

    /// <summary>It still waits.</summary>
    ReviewReminder,

    /// <summary>The office: a request has been undecided for long.</summary>
    RequestUndecided,

    /// <summary>Approved and posted on Enroll.</summary>
    RequestApproved,

    /// <summary>Rejected, with the specialist's note.</summary>
    RequestRejected,

    /// <summary>Nobody decided before the registrations had to be counted.</summary>
    RequestExpired,

    /// <summary>The lead ITL took the request back.</summary>
    RequestWithdrawn,

    /// <summary>Too few people are registered two workdays before the check.</summary>
    RegistrationsLow,

    /// <summary>The specialist holds the session whatever the count will be.</summary>
    SessionHeld,

    /// <summary>The registrations could not be counted: the specialist is asked for the number.</summary>
    PleaseCount,

    /// <summary>The office: the session begins and still nobody has given the number.</summary>
    CountMissing,

    /// <summary>The session takes place.</summary>
    SessionConfirmed,

    /// <summary>The session does not take place.</summary>
    SessionCancelled,
}
