using System.Collections.Frozen;

namespace TechPlan.Domain.Directory;

/// <summary>Who is who in the district, as last imported. Names are looked up without regard to case and surrounding blanks.</summary>
public sealed class DistrictDirectory
{
    private readonly FrozenDictionary<string, School> _schools;
    private readonly FrozenDictionary<string, Cluster> _clusters;

    public DistrictDirectory(IEnumerable<School> schools, IEnumerable<Cluster> clusters)
    {
        _schools = schools.ToFrozenDictionary(school => school.Name, StringComparer.OrdinalIgnoreCase);
        _clusters = clusters.ToFrozenDictionary(cluster => cluster.Name, StringComparer.OrdinalIgnoreCase);
    }

    public IEnumerable<School> Schools => _schools.Values;

    public IEnumerable<Cluster> Clusters => _clusters.Values;

    public School? FindSchool(string? name) => name is null ? null : _schools.GetValueOrDefault(name.Trim());

    public Cluster? FindCluster(string? name) => name is null ? null : _clusters.GetValueOrDefault(name.Trim());

    /// <summary>The specialist who decides this cluster's requests now; null when the directory no longer has the cluster.</summary>
    public Person? SpecialistOf(string cluster) => FindCluster(cluster)?.Specialist;
}
