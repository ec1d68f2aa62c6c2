using TechPlan.Domain.MiniGrants;

namespace TechPlan.Functions.Links;

/// <summary>What a link in a mail lets one person do, and until when.</summary>
/// <param name="PersonKey">Who it was mailed to, as <see cref="Links.PersonKey"/> makes it of an address.</param>
/// <param name="ExpiresAt">UTC, to the minute.</param>
public sealed record Link(MiniGrantId Id, LinkAction Action, string PersonKey, DateTimeOffset ExpiresAt);

/// <summary>What a link is for. The numbers are part of mailed links and stay as they are.</summary>
public enum LinkAction
{
    /// <summary>Approve or reject.</summary>
    Review = 1,

    /// <summary>Let the session take place whatever the count.</summary>
    Hold = 2,

    /// <summary>Enter the number of registrations.</summary>
    Count = 3,

    /// <summary>See where it stands; withdraw.</summary>
    Status = 4,

    /// <summary>Open a draft and send it as a request.</summary>
    Draft = 5,

    /// <summary>Ask again from the browser that keeps it: the address has been proved there. It stands in a cookie, never in an address.</summary>
    Browser = 6,
}
