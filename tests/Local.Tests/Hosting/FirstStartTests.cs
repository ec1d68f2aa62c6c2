using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using TechPlan.Local.Hosting;

namespace TechPlan.Local.Tests.Hosting;

public sealed class FirstStartTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();
    private readonly FakeState _state = new();

    public FirstStartTests() => File.WriteAllText(_file, "school\n");

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task A_new_store_is_filled_in_order_and_only_once()
    {
        var log = await StartAsync($"PUT /import/clusters {_file} text/csv", $"PUT /import/schools {_file} text/csv");
        Assert.Equal(["clusters text/csv school", "schools text/csv school"], log.Entries);

        var again = await StartAsync($"PUT /import/clusters {_file} text/csv", $"PUT /import/schools {_file} text/csv");
        Assert.Empty(again.Entries);
    }

    [Fact]
    public async Task What_the_app_refuses_is_tried_again_with_all_that_follows()
    {
        string[] requests = [$"PUT /import/clusters {_file} text/csv", $"PUT /import/bad {_file} text/csv", $"PUT /import/schools {_file} text/csv"];
        Assert.Equal(["clusters text/csv school", "bad text/csv school"], (await StartAsync(requests)).Entries);
        Assert.Equal(["bad text/csv school"], (await StartAsync(requests)).Entries);
    }

    [Fact]
    public async Task A_missing_file_does_not_keep_the_app_from_starting() =>
        Assert.Empty((await StartAsync("PUT /import/clusters no/such/file.csv text/csv")).Entries);

    private async Task<RunLog> StartAsync(params string[] requests)
    {
        var log = new RunLog();
        await using var app = await SampleApp.StartAsync(
            [typeof(Import)],
            builder =>
            {
                builder.Local.Storage = new LocalStorage(_state);
                builder.Services.AddSingleton(log);
            },
            ["--AzureFunctionsJobHost:extensions:http:routePrefix=", .. requests.Select((request, i) => $"--Local:FirstStart:{i}={request}")]);
        Assert.Null(app.Refusal);
        return log;
    }

    [SuppressMessage("Performance", "CA1812", Justification = "The host makes it.")]
    private sealed class Import(RunLog log)
    {
        [Function("Import")]
        public async Task<IResult> Run([HttpTrigger("put", Route = "import/{what}")] HttpRequest request, string what)
        {
            using var reader = new StreamReader(request.Body);
            log.Write($"{what} {request.ContentType} {(await reader.ReadToEndAsync()).Trim()}");
            return string.Equals(what, "bad", StringComparison.Ordinal) ? Results.BadRequest("line 3, column 2") : Results.Ok();
        }
    }
}
