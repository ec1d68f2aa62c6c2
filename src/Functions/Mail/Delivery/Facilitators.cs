using TechPlan.Domain;
using TechPlan.Domain.Directory;

namespace TechPlan.Functions.Mail.Delivery;

/// <summary>Finds out whether a session's facilitator can be written to: the form has one line for a name, an address, or both.</summary>
internal static class Facilitators
{
    private static readonly char[] Around = [' ', '\t', '\n', '<', '>', '(', ')', '[', ']', ',', ';', ':', '"', '\''];

    /// <summary>The person, when the line holds an address or names exactly one person of the directory; otherwise null.</summary>
    public static Person? Find(string? typed, DistrictDirectory district) =>
        string.IsNullOrWhiteSpace(typed) ? null : Addressed(typed) ?? Named(typed.Trim(), district);

    private static Person? Addressed(string typed)
    {
        foreach (var word in typed.Split(Around, StringSplitOptions.RemoveEmptyEntries))
        {
            if (EmailAddress.TryParse(word) is { } address)
            {
                var name = typed.Replace(word, "", StringComparison.Ordinal).Trim(Around);
                return new Person(name.Length > 0 ? name : address.Value, address);
            }
        }

        return null;
    }

    private static Person? Named(string name, DistrictDirectory district)
    {
        var people = district.Schools.SelectMany(school => new[] { school.Itl, school.Leader })
            .Concat(district.Clusters.Select(cluster => cluster.Specialist))
            .Where(person => string.Equals(person.Name.Trim(), name, StringComparison.OrdinalIgnoreCase))
            .DistinctBy(person => person.Email.Normalized)
            .Take(2)
            .ToArray();
        return people is [var one] ? one : null;
    }
}
