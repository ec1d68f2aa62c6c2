using Microsoft.Extensions.Options;
using TechPlan.Domain;
using TechPlan.Domain.Directory;
using TechPlan.Domain.MiniGrants;
using TechPlan.Domain.Notices;
using TechPlan.Functions.Directory;
using TechPlan.Functions.Enroll;
using TechPlan.Functions.Setup;

namespace TechPlan.Functions.Mail.Delivery;

/// <summary>Who is meant by an audience, as the directory and Enroll say at this moment.</summary>
internal sealed class MailRecipients(DirectoryCache directory, RegistrationStore registrations, IOptions<OfficeOptions> office)
{
    /// <summary>Everybody who is to get a notice; empty when nobody with an address is.</summary>
    public async Task<IReadOnlyList<Person>> OfAsync(Audience audience, Submission submission, CancellationToken cancellation)
    {
        var district = (await directory.GetAsync(cancellation)).District;
        return audience switch
        {
            Audience.LeadItl => [submission.Request.Submitter],
            // A cluster that nobody decides for is the office's to look after.
            Audience.Specialist => [district.SpecialistOf(submission.Cluster) ?? office.Value.Person],
            Audience.Office => [office.Value.Person],
            Audience.Facilitator => FacilitatorOf(submission.Request, district) is { } person ? [person] : [],
            Audience.RegisteredPeople => await RegisteredAsync(submission.Id, cancellation),
        };
    }

    /// <summary>The facilitator as typed, when one is named who cannot be written to; otherwise null.</summary>
    public static string? FacilitatorToTell(MiniGrantRequest request, DistrictDirectory district) =>
        Facilitators.Find(request.Facilitator, district) is null && !string.IsNullOrWhiteSpace(request.Facilitator) ? request.Facilitator : null;

    /// <summary>A lead ITL who facilitates as well gets the lead's mail only.</summary>
    private static Person? FacilitatorOf(MiniGrantRequest request, DistrictDirectory district) =>
        Facilitators.Find(request.Facilitator, district) is { } person && person.Email != request.Submitter.Email ? person : null;

    private async Task<IReadOnlyList<Person>> RegisteredAsync(MiniGrantId id, CancellationToken cancellation) =>
        [.. (await registrations.ListAsync(id, cancellation)).Select(registration => registration.Who).DistinctBy(person => person.Email.Normalized)];
}
