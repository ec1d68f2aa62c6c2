using Microsoft.AspNetCore.Http;
using TechPlan.Domain.MiniGrants;

namespace TechPlan.Functions.Web.Errors;

/// <summary>Why a request gets nothing else, and the way out: a page for people, problem+json for programs.</summary>
/// <param name="Detail">What is the matter, in a sentence or two.</param>
/// <param name="WayOut">What to do now.</param>
/// <param name="Reference">What the office needs to find it in the log; null when the log has nothing to say.</param>
public sealed record Trouble(int Status, string Title, string Detail, string? WayOut = null, string? Reference = null)
{
    public static readonly Trouble LinkIncomplete = new(
        StatusCodes.Status404NotFound,
        "This link is not complete",
        "Part of its address is missing or was changed, so we cannot tell what it is for. Mail programs sometimes cut long addresses.",
        "Go back to the email and press the button or the link there. If you copied the address, copy all of it.");

    public static readonly Trouble LinkWithOldKey = new(
        StatusCodes.Status404NotFound,
        "This link is too old",
        "It was signed with a key that has since been replaced, so it can no longer be trusted.",
        "Look for a newer email about the same mini-grant, and use its link. If there is none, write to the Learning Technologies office.");

    public static readonly Trouble LinkForAnotherPage = new(
        StatusCodes.Status404NotFound,
        "This link is for another page",
        "It is a genuine link, but not for what this address is about.",
        "Go back to the email and press the button or the link there.");

    public static readonly Trouble NoSuchMiniGrant = new(
        StatusCodes.Status404NotFound,
        "There is nothing here",
        "The link is in order, but we have no mini-grant under its number.",
        "Write to the Learning Technologies office and give the number in your email.");

    public static readonly Trouble NoSuchDraft = new(
        StatusCodes.Status404NotFound,
        "This draft is no longer kept",
        "The link is in order, but nobody has come back to its draft for a long time, and so it was removed.",
        "Open the form anew from the start page.");

    public static readonly Trouble DraftLinkExpired = new(
        StatusCodes.Status410Gone,
        "This link has expired",
        "The draft is still kept, but nothing can be sent with this link any more.",
        "Look for a newer email about the draft and use its link, or open the link in a browser to have a new one mailed.");

    public static readonly Trouble NoSuchSession = new(
        StatusCodes.Status404NotFound,
        "There is no such session on Enroll",
        "Either the address is not complete, or the session has not been posted.",
        "Check the address in your email, or ask the person who told you about the session.");

    public static readonly Trouble RegistrationClosed = new(
        StatusCodes.Status409Conflict,
        "You were not registered",
        "Registration for this session is closed.");

    /// <summary>Somebody else has sent the draft that the link opened.</summary>
    public static Trouble DraftWasSent(MiniGrantId id) => new(
        StatusCodes.Status410Gone,
        "This request has been sent",
        $"Somebody else sent it; it is mini-grant {id} now.",
        "Whoever sent it got an email with a link that shows where it stands. To ask for another mini-grant, open the form anew from the start page.");

    /// <summary>The link's time is over; how things stand is said all the same.</summary>
    public static Trouble LinkExpired(string standing) => new(
        StatusCodes.Status410Gone,
        "This link has expired",
        standing,
        "Nothing can be decided with it any more. Look for a newer email about the mini-grant and use its link, or write to the Learning Technologies office.");

    /// <summary>Somebody else, or the time, was first.</summary>
    public static Trouble NotRecorded(string standing) => new(StatusCodes.Status409Conflict, "Your answer was not recorded", standing);

    /// <summary>A fault of ours.</summary>
    public static Trouble Unexpected(string reference) => new(
        StatusCodes.Status500InternalServerError,
        "Something went wrong on our side",
        "We could not finish what you asked for, and the fault is ours. What had been recorded before is safe.",
        "Go back and try again. If it happens again, tell the Learning Technologies office the reference below.",
        reference);

    /// <summary>Something that we depend on does not answer.</summary>
    public static Trouble Unavailable(string reference) => new(
        StatusCodes.Status503ServiceUnavailable,
        "We cannot reach our records right now",
        "Nothing was changed by your request, as far as we can tell.",
        "Try again in a few minutes. If it goes on, tell the Learning Technologies office the reference below.",
        reference);
}
