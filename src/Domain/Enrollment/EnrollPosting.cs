using TechPlan.Domain.MiniGrants;

namespace TechPlan.Domain.Enrollment;

/// <summary>How a mini-grant's session stands on Enroll.</summary>
public enum EnrollPosting
{
    /// <summary>There is nothing to see: the request was never approved.</summary>
    NotPosted,

    /// <summary>Posted, and people can register.</summary>
    Open,

    /// <summary>Posted, but the session has begun.</summary>
    Over,

    /// <summary>It was posted, and too few people registered.</summary>
    Cancelled,

    /// <summary>It was posted, and the school took its request back.</summary>
    Withdrawn,
}

/// <summary>What Enroll shows of a mini-grant.</summary>
public static class EnrollPostings
{
    /// <summary>An approved session is posted (MG-11) and takes registrations until it begins, after the check as before it.</summary>
    public static EnrollPosting Of(MiniGrant state, DateTimeOffset now, DistrictRules rules) => state switch
    {
        MiniGrant.Approved or MiniGrant.Confirmed when HasBegun((MiniGrant.Known)state, now, rules) => EnrollPosting.Over,
        MiniGrant.Approved or MiniGrant.Confirmed => EnrollPosting.Open,
        MiniGrant.Cancelled => EnrollPosting.Cancelled,
        MiniGrant.Withdrawn { WasPosted: true } => EnrollPosting.Withdrawn,
        _ => EnrollPosting.NotPosted,
    };

    private static bool HasBegun(MiniGrant.Known posted, DateTimeOffset now, DistrictRules rules) =>
        MiniGrantWorkflow.SessionStartAt(posted.Submission.Request.Session, rules) <= now;
}
