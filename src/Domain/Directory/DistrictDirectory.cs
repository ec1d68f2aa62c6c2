using System.Collections.Frozen;

namespace TechPlan.Domain.Directory;

/// <summary>Who is who in the district, as last imported. Names are looked up without regard to case and surrounding blanks.</summary>
public sealed class DistrictDirectory
{
    private readonly FrozenDictionary<string, School> _schools;
    private readonly FrozenDictionary<string, Cluster> _clusters;
    private readonly Lazy<SchoolMatcher> _matcher;

    /// <exception cref="ArgumentException">A name appears twice. Whoever imports a list checks that first, and says where.</exception>
    public DistrictDirectory(IEnumerable<School> schools, IEnumerable<Cluster> clusters)
    {
        _schools = ByName(schools, school => school.Name, "school");
        _clusters = ByName(clusters, cluster => cluster.Name, "cluster");
        _matcher = new Lazy<SchoolMatcher>(() => new SchoolMatcher(Schools));
    }

    public IEnumerable<School> Schools => _schools.Values;

    public IEnumerable<Cluster> Clusters => _clusters.Values;

    public School? FindSchool(string? name) => name is null ? null : _schools.GetValueOrDefault(name.Trim());

    /// <summary>The school that a typed name means, written as people write it.</summary>
    public SchoolMatch MatchSchool(string? typed) => typed switch
    {
        null => SchoolMatch.None.Instance,
        _ when FindSchool(typed) is { } school => new SchoolMatch.Exact(school),
        _ => _matcher.Value.Find(typed),
    };

    public Cluster? FindCluster(string? name) => name is null ? null : _clusters.GetValueOrDefault(name.Trim());

    /// <summary>The specialist who decides this cluster's requests now; null when the directory no longer has the cluster.</summary>
    public Person? SpecialistOf(string cluster) => FindCluster(cluster)?.Specialist;

    private static FrozenDictionary<string, T> ByName<T>(IEnumerable<T> entries, Func<T, string> nameOf, string what)
    {
        var byName = new Dictionary<string, T>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in entries)
        {
            if (!byName.TryAdd(nameOf(entry).Trim(), entry))
            {
                throw new ArgumentException($"The {what} “{nameOf(entry)}” is listed twice.", nameof(entries));
            }
        }

        return byName.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
