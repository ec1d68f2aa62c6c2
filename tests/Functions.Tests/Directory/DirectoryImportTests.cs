using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using TechPlan.Functions.Directory;
using TechPlan.Functions.Tests.Support;
using TechPlan.Testing;

namespace TechPlan.Functions.Tests.Directory;

[Collection(AzuriteTests.Name)]
public sealed class DirectoryImportTests(AzuriteFixture azurite)
{
    private const string SchoolHeader = "school,cluster,itl_name,itl_email,leader_name,leader_email,in_program,sector\n";
    private const string Good = "School 001,Cluster 1,Ana Ruiz,ana.ruiz@example.org,Lee Wong,lee.wong@example.org,yes,public\n";

    [Fact]
    public async Task The_sample_district_is_imported()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await PutSchoolsAsync(app, SchoolHeader + Good);

        var clusters = await PutAsync(app, functions => functions.ClustersAsync, Sample("clusters"));
        var schools = await PutAsync(app, functions => functions.SchoolsAsync, Sample("schools"));
        var closedDays = await PutAsync(app, functions => functions.ClosedDaysAsync, Sample("closed-days"));

        Assert.Equal((200, 200, 200), (clusters.Status, schools.Status, closedDays.Status));
        Assert.Equal(150, (int)schools.Json!["lines"]!);
        var snapshot = await app.Get<DirectoryCache>().GetAsync(CancellationToken.None);
        Assert.Equal(150, snapshot.District.Schools.Count());
        Assert.False(snapshot.Rules.Calendar.IsWorkday(new DateOnly(2026, 11, 26)));
    }

    [Fact]
    public async Task An_own_import_is_seen_at_once_and_says_what_changed()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await PutSchoolsAsync(app, SchoolHeader + Good + Good.Replace("School 001", "School 002", StringComparison.Ordinal));

        var (_, json) = await PutSchoolsAsync(app, SchoolHeader + Good.Replace("Ana Ruiz", "Eva Ruiz", StringComparison.Ordinal) + Good.Replace("School 001", "School 003", StringComparison.Ordinal));

        Assert.Equal((2, 1, 1, 1), ((int)json!["lines"]!, (int)json["added"]!, (int)json["changed"]!, (int)json["removed"]!));
        Assert.Equal("Eva Ruiz", (await app.Get<DirectoryCache>().GetAsync(CancellationToken.None)).District.FindSchool("school 001")!.Itl.Name);
    }

    [Theory]
    [InlineData("School 002,Nowhere,Ana,a@example.org,Lee,l@example.org,yes,public", 3, "cluster")]
    [InlineData("School 002,Cluster 1,Ana,not-an-address,Lee,l@example.org,yes,public", 3, "itl_email")]
    [InlineData("School 002,Cluster 1,,a@example.org,Lee,l@example.org,yes,public", 3, "itl_name")]
    [InlineData("School 002,Cluster 1,Ana,a@example.org,Lee,l@example.org,perhaps,public", 3, "in_program")]
    [InlineData("school 001,Cluster 1,Ana,a@example.org,Lee,l@example.org,yes,public", 3, "school")]
    [InlineData("School 002,Cluster 1,Ana", 3, "")]
    [InlineData("\n\"School\"002,Cluster 1,Ana,a@example.org,Lee,l@example.org,yes,public", 4, "")]
    public async Task What_is_wrong_is_named_by_line_and_column_and_nothing_changes(string line, int number, string column)
    {
        await using var app = await TestApp.StartAsync(azurite);

        var (status, json) = await PutSchoolsAsync(app, SchoolHeader + Good + line + "\n");

        Assert.Equal(422, status);
        var error = Assert.Single(json!["errors"]!.AsArray())!;
        Assert.Equal((number, column), ((int)error["line"]!, (string)error["column"]!));
        Assert.NotNull((await app.Get<DirectoryCache>().GetAsync(CancellationToken.None)).District.FindSchool("School 012"));
    }

    [Theory]
    [InlineData("school,cluster\nSchool 001,Cluster 1\n", 6)]
    [InlineData("date,name\n2099-01-01,New Year\n", 10)]
    [InlineData("", 1)]
    [InlineData("school,cluster,itl_name,itl_email,leader_name,leader_email,in_program,sector\n", 1)]
    public async Task Another_file_is_refused(string content, int errors)
    {
        await using var app = await TestApp.StartAsync(azurite);

        var (status, json) = await PutSchoolsAsync(app, content);

        Assert.Equal(422, status);
        Assert.Equal(errors, json!["errors"]!.AsArray().Count);
        Assert.All(json["errors"]!.AsArray(), error => Assert.Equal(1, (int)error!["line"]!));
    }

    [Fact]
    public async Task A_byte_order_mark_and_the_order_of_columns_do_not_matter()
    {
        await using var app = await TestApp.StartAsync(azurite);

        var content = Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes("name,date\r\n\"Día, festivo\",2099-01-01\r\n")).ToArray();

        Assert.Equal(200, (await PutAsync(app, functions => functions.ClosedDaysAsync, content)).Status);
    }

    [Fact]
    public async Task Another_encoding_is_named_with_its_line()
    {
        await using var app = await TestApp.StartAsync(azurite);

        var (status, json) = await PutAsync(app, functions => functions.ClosedDaysAsync, Encoding.Latin1.GetBytes("date,name\n2099-01-01,Día\n"));

        Assert.Equal((422, 2), (status, (int)json!["errors"]![0]!["line"]!));
    }

    [Fact]
    public async Task A_date_that_does_not_exist_is_named()
    {
        await using var app = await TestApp.StartAsync(azurite);

        var (status, json) = await PutAsync(app, functions => functions.ClosedDaysAsync, "date,name\n2099-02-29,Leap day\n"u8.ToArray());

        Assert.Equal((422, "date"), (status, (string)json!["errors"]![0]!["column"]!));
    }

    [Fact]
    public async Task A_cluster_that_schools_belong_to_cannot_go()
    {
        await using var app = await TestApp.StartAsync(azurite);

        var (status, json) = await PutAsync(app, functions => functions.ClustersAsync, "cluster,specialist_name,specialist_email\nCluster 1,Pat Lee,pat.lee@example.org\n"u8.ToArray());

        Assert.Equal(422, status);
        Assert.Contains("Cluster 2", (string)json!["errors"]![0]!["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_CSV_of_up_to_5_MB_is_read()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var functions = new DirectoryFunctions(app.Get<DirectoryImport>());

        var json = await (await functions.SchoolsAsync(Http.Request([], "application/json"), CancellationToken.None)).SendAsync();
        var large = await (await functions.SchoolsAsync(Http.Request(new byte[(5 * 1024 * 1024) + 1], "text/csv"), CancellationToken.None)).SendAsync();

        Assert.Equal((415, 413), (json.Status, large.Status));
    }

    [Fact]
    public async Task An_import_leaves_no_old_lines_behind()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await PutSchoolsAsync(app, SchoolHeader + Good);
        await PutSchoolsAsync(app, SchoolHeader + Good);

        var rows = await app.Tables.Directory.QueryAsync<Azure.Data.Tables.TableEntity>().ToListAsync();

        Assert.Single(rows, row => row.PartitionKey.StartsWith("schools", StringComparison.Ordinal));
    }

    private static byte[] Sample(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", name + ".csv"));

    private static Task<(int Status, JsonNode? Json)> PutSchoolsAsync(TestApp app, string content) =>
        PutAsync(app, functions => functions.SchoolsAsync, Encoding.UTF8.GetBytes(content));

    private static async Task<(int Status, JsonNode? Json)> PutAsync(
        TestApp app, Func<DirectoryFunctions, Func<HttpRequest, CancellationToken, Task<IResult>>> door, byte[] content)
    {
        var put = door(new DirectoryFunctions(app.Get<DirectoryImport>()));
        var (status, json, _) = await (await put(Http.Request(content, "text/csv"), CancellationToken.None)).SendAsync();
        return (status, json);
    }
}
