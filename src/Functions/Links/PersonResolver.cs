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
    /// Who has the link's address among those who may do what it is for: the submitter sees the status; a specialist, also of
    /// another cluster, or the office does the rest. Null when nobody among them has that address any more.
    /// </summary>
    public async Task<Person?> FindAsync(Link link, MiniGrant.Known grant, CancellationToken cancellation)
    {
        var candidates = link.Action is LinkAction.Status ? [grant.Submission.Request.Submitter] : await DecidersAsync(grant, cancellation);
        return candidates.FirstOrDefault(person => PersonKey.Of(person.Email) == link.PersonKey);
    }

    private async Task<IEnumerable<Person>> DecidersAsync(MiniGrant.Known grant, CancellationToken cancellation)
    {
        var district = (await directory.GetAsync(cancellation)).District;
        Person?[] deciders = [district.SpecialistOf(grant.Submission.Cluster), .. district.Clusters.Select(cluster => cluster.Specialist), office.Value.Person];
        return deciders.OfType<Person>();
    }
}
