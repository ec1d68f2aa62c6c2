using TechPlan.Domain;
using TechPlan.Domain.Directory;

namespace TechPlan.Functions.Tests.Forms.Corpus;

/// <summary>The district that the fixtures are from: schools.csv, where names resemble one another as they do in real ones.</summary>
internal static class CorpusDistrict
{
    internal static DistrictDirectory Read()
    {
        var schools = File.ReadLines(Path.Combine(CorpusForm.Folder, "schools.csv")).Skip(1).Select(line => School(line.Split(','))).ToList();
        var office = new Person("Learning Technologies", EmailAddress.Parse("office@example.org"));
        return new DistrictDirectory(schools, schools.Select(school => school.Cluster).Distinct().Select(cluster => new Cluster(cluster, office)));
    }

    private static School School(string[] columns) => new(
        columns[0],
        columns[1],
        new Person(columns[2], EmailAddress.Parse(columns[3])),
        new Person(columns[4], EmailAddress.Parse(columns[5])),
        columns[6] == "yes",
        columns[7]);
}
