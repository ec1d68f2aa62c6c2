using TechPlan.Domain;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Mail.Rendering;

namespace TechPlan.Functions.Mail.Carriers;

/// <summary>One mail to one recipient, as a carrier gets it.</summary>
/// <param name="Id">Ours, unique; by it the mail is found again after a crash.</param>
/// <param name="CallId">Ours, shared by the mails that may travel in one call; it says nothing about the recipient.</param>
/// <param name="Grant">What it is about; null when it is about no mini-grant.</param>
/// <param name="TriedBefore">It may have been taken already, without our knowing.</param>
/// <param name="DraftId">The carrier's id of the draft, when one was kept.</param>
internal sealed record OutgoingMail(
    string Id, string CallId, MiniGrantId? Grant, Person To, RenderedMail Content, bool TriedBefore, string? DraftId)
{
    /// <summary>The header that every mail of ours bears where its carrier allows it: one that comes back to us is known by it.</summary>
    public const string MarkHeader = "X-TechPlan-Mail";

    /// <summary>The Message-ID of the mail that it replies to, where the carrier has to be told; without angle brackets.</summary>
    public string? RepliesTo { get; init; }
}
