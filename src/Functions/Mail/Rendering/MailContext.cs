using System.Collections.Immutable;
using TechPlan.Domain;
using TechPlan.Domain.MiniGrants;
using TechPlan.Domain.Notices;

namespace TechPlan.Functions.Mail.Rendering;

/// <summary>Everything that a mail is written from.</summary>
/// <param name="Notice">What is told to whom.</param>
/// <param name="State">Where the mini-grant stands as the mail goes out.</param>
/// <param name="People">Who is who in it.</param>
/// <param name="Registered">Registrations on Enroll as the mail goes out; null when the mail does not speak of them.</param>
/// <param name="OfficeTasks">What the office has to look after, one sentence each.</param>
internal sealed record MailContext(
    Notice Notice,
    MiniGrant.Known State,
    DistrictRules Rules,
    MailPeople People,
    MailLinks Links,
    int? Registered,
    ImmutableArray<string> OfficeTasks)
{
    public Submission Submission => State.Submission;

    public MiniGrantRequest Request => State.Submission.Request;

    public MailDates Dates => new(Rules.Calendar);

    public int Minimum => Rules.Policy.MinimumParticipants;

    /// <summary>When the registrations are counted, and the last moment for a decision.</summary>
    public DateTimeOffset CheckAt => MiniGrantWorkflow.EnrollCheckAt(Request.Session, Rules);
}

/// <summary>The people whom mails name.</summary>
/// <param name="District">The district by name.</param>
/// <param name="Specialist">Null when the directory no longer has the cluster.</param>
/// <param name="FacilitatorToTell">The facilitator as typed, when nobody knows an address for her or him.</param>
internal sealed record MailPeople(Person Office, string District, Person? Specialist, string? FacilitatorToTell)
{
    public string SpecialistName => PlainWords.Line(Specialist?.Name ?? "The SOS specialist");
}

/// <summary>The links that one recipient may be given; each is signed for her or him alone, but for Enroll's, which is public.</summary>
internal sealed record MailLinks(Uri Review, Uri Hold, Uri Count, Uri Status, Uri AskAgain, Uri Enroll);
