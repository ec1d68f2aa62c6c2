using Microsoft.Extensions.Options;
using TechPlan.Domain;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Directory;
using TechPlan.Functions.Setup;

namespace TechPlan.Functions.Links;

/// <summary>Finds out who a link was mailed to. The link holds no address, only a hash of one.</summary>
public sealed class PersonResolver(DirectoryCache directory, IOptions<OfficeOptions> office)
{
    /// <summary>
    /// The specialist of the mini-grant's cluster, its submitter, another cluster's specialist or the office; null when nobody
    /// among them has that address any more.
    /// </summary>
    public async Task<Person?> FindAsync(Link link, MiniGrant.Known grant, CancellationToken cancellation)
    {
        var district = (await directory.GetAsync(cancellation)).District;
        Person?[] candidates =
        [
            district.SpecialistOf(grant.Submission.Cluster),
            grant.Submission.Request.Submitter,
            .. district.Clusters.Select(cluster => cluster.Specialist),
            office.Value.Person,
        ];
        return Array.Find(candidates, person => person is not null && PersonKey.Of(person.Email) == link.PersonKey);
    }
}
