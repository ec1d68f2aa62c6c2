using TechPlan.Domain.MiniGrants;

namespace TechPlan.Functions.Enroll;

/// <summary>Whether people can register for a session.</summary>
public enum EnrollDoor
{
    /// <summary>There is no page: the session was never posted.</summary>
    NotPosted,

    Open,
    Cancelled,
    Withdrawn,

    /// <summary>The session has begun.</summary>
    Begun,
}

/// <summary>Reads the door off a mini-grant.</summary>
public static class EnrollDoors
{
    /// <summary>Whether people could register at some time.</summary>
    public static bool WasPosted(MiniGrant.Known state) =>
        state is MiniGrant.Approved or MiniGrant.Confirmed or MiniGrant.Cancelled or MiniGrant.Withdrawn { WasPosted: true };

    /// <param name="startAt">When the session begins (UTC).</param>
    public static EnrollDoor Of(MiniGrant.Known state, DateTimeOffset startAt, DateTimeOffset now) => state switch
    {
        MiniGrant.Cancelled => EnrollDoor.Cancelled,
        MiniGrant.Withdrawn { WasPosted: true } => EnrollDoor.Withdrawn,
        MiniGrant.Approved or MiniGrant.Confirmed => now < startAt ? EnrollDoor.Open : EnrollDoor.Begun,
        _ => EnrollDoor.NotPosted,
    };
}
