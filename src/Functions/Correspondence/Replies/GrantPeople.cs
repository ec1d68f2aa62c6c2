using Microsoft.Extensions.Options;
using TechPlan.Domain;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Correspondence.Senders;
using TechPlan.Functions.Directory;
using TechPlan.Functions.Setup;

namespace TechPlan.Functions.Correspondence.Replies;

/// <summary>Who is who in a mini-grant when a mail about it comes in.</summary>
internal sealed class GrantPeople(DirectoryCache directory, IOptions<OfficeOptions> office, IOptions<SenderOptions> senders)
{
    /// <summary>The specialist of the lead school's cluster, or the office when there is none.</summary>
    internal async Task<Person> DeciderOfAsync(MiniGrant.Known grant, CancellationToken cancellation) =>
        (await directory.GetAsync(cancellation)).District.SpecialistOf(grant.Submission.Cluster) ?? office.Value.Person;

    /// <summary>Whether a mail comes from the lead ITL, the specialist or the office, beyond doubt.</summary>
    internal async Task<bool> IncludeAsync(PersonalMail mail, MiniGrant.Known grant, CancellationToken cancellation) =>
        IsFrom(mail, grant.Submission.Request.Submitter) || IsFrom(mail, office.Value.Person) || IsFrom(mail, await DeciderOfAsync(grant, cancellation));

    internal bool IsFrom(PersonalMail mail, Person person) => mail.IsFrom(person.Email, senders.Value.RequireAuthentication);

    internal bool IsFromOffice(PersonalMail mail) => IsFrom(mail, office.Value.Person);
}
