using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TechPlan.Domain;
using TechPlan.Domain.Directory;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Enroll;
using TechPlan.Functions.Grants;
using TechPlan.Functions.Links;
using TechPlan.Functions.Requests;
using TechPlan.Functions.Review;
using TechPlan.Functions.Setup;
using TechPlan.Functions.Status;
using TechPlan.Functions.Storage;
using TechPlan.Testing;

namespace TechPlan.Functions.Tests.Web.Desks;

/// <summary>The app's services on tables of their own, visited as a browser does, without a server in between.</summary>
internal sealed class PageApp : IDisposable
{
    public static readonly Person Kim = new("Kim Novak", EmailAddress.Parse("kim.novak@example.org"));

    private readonly IHost _host;

    private PageApp(IHost host, SettableClock clock)
    {
        _host = host;
        Clock = clock;
    }

    public SettableClock Clock { get; }

    /// <summary>What happens after the app has looked at a mini-grant and before it has the posted form.</summary>
    public Func<Task> WhileTheFormArrives { get; set; } = () => Task.CompletedTask;

    /// <summary>What the browser sends along besides the form, by the header's name.</summary>
    public Dictionary<string, string> Headers { get; } = [];

    /// <summary>Starts with the sample request in the state that <paramref name="history"/> leads to.</summary>
    public static async Task<PageApp> StartAsync(AzuriteFixture azurite, params MiniGrantEvent[] history)
    {
        var clock = new SettableClock(SampleGrants.DecidedAt);
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Local", DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(Settings(azurite));
        builder.Services.AddSingleton<TimeProvider>(clock).AddTechPlan(builder.Configuration);
        var app = new PageApp(builder.Build(), clock);
        await Task.WhenAll(app.Get<TechPlanTables>().All.Select(table => table.CreateIfNotExistsAsync()));
        await app.Get<DirectoryTable>().ReplaceAsync([new Cluster("Cluster 3", SampleGrants.Pat), new Cluster("Cluster 4", Kim)], CancellationToken.None);
        if (history.Length > 0)
        {
            await app.HappenAsync(history);
        }

        return app;
    }

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    public async Task HappenAsync(params MiniGrantEvent[] events)
    {
        var store = Get<MiniGrantStore>();
        var before = await store.ReadAsync(SampleGrants.Id, CancellationToken.None) ?? StoredMiniGrant.NotYet("webhook:sample", "mark");
        Assert.NotNull(await store.TryCommitAsync(SampleGrants.Id, before, [.. events], "mark", null, CancellationToken.None));
    }

    public Task<MiniGrant.Known?> StateAsync() => Get<MiniGrantService>().FindAsync(SampleGrants.Id, CancellationToken.None);

    /// <summary>The path of a link that is good for thirty days.</summary>
    public string Link(LinkAction action, Person person, DateTimeOffset? expiresAt = null) =>
        Get<LinkUrls>().For(action, SampleGrants.Id, person.Email, expiresAt ?? SampleGrants.DecidedAt.AddDays(60)).AbsolutePath;

    public Task<PageAnswer> GetAsync(string path, string accept = "text/html") => SendAsync("GET", path, null, accept);

    public Task<PageAnswer> HeadAsync(string path) => SendAsync("HEAD", path, null, "*/*");

    public Task<PageAnswer> PostAsync(string path, string form, string accept = "text/html") => SendAsync("POST", path, form, accept);

    public void Dispose() => _host.Dispose();

    private async Task<PageAnswer> SendAsync(string method, string path, string? form, string accept)
    {
        var http = new DefaultHttpContext { RequestServices = _host.Services };
        var address = new Uri(new Uri("http://localhost"), path);
        (http.Request.Method, http.Request.Path, http.Request.QueryString) = (method, address.AbsolutePath, new QueryString(address.Query));
        http.Request.Headers.Accept = accept;
        foreach (var (name, value) in Headers)
        {
            http.Request.Headers[name] = value;
        }

        http.Request.ContentType = "application/x-www-form-urlencoded";
        http.Request.Body = new LateBody(Encoding.UTF8.GetBytes(form ?? ""), () => WhileTheFormArrives());
        http.Response.Body = new MemoryStream();
        await (await RunAsync(http.Request)).ExecuteAsync(http);
        return new PageAnswer(http.Response, Encoding.UTF8.GetString(((MemoryStream)http.Response.Body).ToArray()));
    }

    /// <summary>No orchestration runs here: what tells one of changes never fails its caller.</summary>
    private Task<IResult> RunAsync(HttpRequest request)
    {
        var parts = request.Path.Value!.Split('/');
        return parts[1] switch
        {
            "review" => Get<ReviewDesk>().VisitAsync(request, parts[2], null!, CancellationToken.None),
            "hold" => Get<HoldDesk>().VisitAsync(request, parts[2], null!, CancellationToken.None),
            "count" => Get<CountDesk>().VisitAsync(request, parts[2], null!, CancellationToken.None),
            "status" => Get<StatusDesk>().VisitAsync(request, parts[2], null!, CancellationToken.None),
            "mini-grants" when parts[2] == "new" => Get<NewRequestDesk>().VisitAsync(request, null!, CancellationToken.None),
            "mini-grants" => Get<DraftDesk>().VisitAsync(request, parts[3], null!, CancellationToken.None),
            "enroll" => Get<EnrollDesk>().VisitAsync(request, parts[2], CancellationToken.None),
            _ => throw new ArgumentException($"No page at {request.Path}.", nameof(request)),
        };
    }

    private static Dictionary<string, string?> Settings(AzuriteFixture azurite) => new(StringComparer.Ordinal)
    {
        ["AzureWebJobsStorage"] = azurite.ConnectionString,
        ["TechPlan:Storage:TablePrefix"] = azurite.NewName(),
        ["TechPlan:District:Name"] = "Sample District",
        ["TechPlan:Office:Mailbox"] = "office@example.org",
        ["TechPlan:BaseUrl"] = "http://localhost:7071",
        ["TechPlan:FormWebhook:Secrets"] = "whsec_dGVjaHBsYW4tbG9jYWwtb25seS1zZWNyZXQ=",
        ["TechPlan:Links:Keys"] = "test:YS1rZXktb2YtdGVzdHMtdGhhdC1pcy0zMi1ieXRlcyE=",
    };
}

/// <summary>A form that something comes before.</summary>
internal sealed class LateBody(byte[] octets, Func<Task> before) : MemoryStream(octets)
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position == 0)
        {
            await before();
        }

        return await base.ReadAsync(buffer, cancellationToken);
    }
}

/// <summary>What the browser got.</summary>
internal sealed record PageAnswer(HttpResponse Response, string Body)
{
    public int Status => Response.StatusCode;

    public string? Location => Response.Headers.Location;
}

/// <summary>A clock that stands until it is set.</summary>
internal sealed class SettableClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
