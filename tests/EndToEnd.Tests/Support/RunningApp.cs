using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace TechPlan.EndToEnd.Tests.Support;

/// <summary>The app as a person runs it: a process of its own, which a test may kill and start again on the same data.</summary>
public sealed class RunningApp : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly Dictionary<string, string> _settings;
    private readonly StringBuilder _output = new();
    private Process? _process;

    private RunningApp(string storage, string name, int port)
    {
        DataName = name;
        Address = new Uri($"http://localhost:{port.ToString(CultureInfo.InvariantCulture)}");
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(5) })
        {
            BaseAddress = Address,
            Timeout = TimeSpan.FromMinutes(10),
        };
        _settings = new Dictionary<string, string>
        {
            ["AzureWebJobsStorage"] = storage,
            ["AzureFunctionsJobHost__extensions__durableTask__hubName"] = $"{name}Hub",
            ["TechPlan__Storage__TablePrefix"] = name,
            ["TechPlan__BaseUrl"] = Address.ToString().TrimEnd('/'),
            ["Local__Port"] = port.ToString(CultureInfo.InvariantCulture),
        };
    }

    public Uri Address { get; }

    /// <summary>What the names of this app's tables begin with.</summary>
    public string DataName { get; }

    /// <summary>Memory that the process holds now, in MiB.</summary>
    public long WorkingSetMegabytes
    {
        get
        {
            _process!.Refresh();
            return _process.WorkingSet64 / (1024 * 1024);
        }
    }

    /// <summary>Follows no redirects, so that a test sees what a form's POST answers.</summary>
    public HttpClient Http { get; }

    /// <summary>What the app has written so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Starts an app with data of its own in the given storage.</summary>
    public static async Task<RunningApp> StartAsync(string storage, IReadOnlyDictionary<string, string>? settings = null)
    {
        var app = new RunningApp(storage, $"T{Guid.NewGuid():N}"[..12], FreePort.Find());
        foreach (var (key, value) in settings ?? new Dictionary<string, string>())
        {
            app._settings[key] = value;
        }

        await app.StartAgainAsync();
        await app.FirstStartDoneAsync();
        return app;
    }

    /// <summary>Ends the process at once, as a power failure would.</summary>
    public void Kill()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill();
            _process.WaitForExit();
        }
    }

    /// <summary>Starts the process on the data it had and waits until it answers.</summary>
    public async Task StartAgainAsync()
    {
        _process = Start();
        var limit = Stopwatch.StartNew();
        while (!await AnswersAsync())
        {
            if (_process.HasExited || limit.Elapsed > StartLimit)
            {
                throw new InvalidOperationException($"The app did not start:{Environment.NewLine}{Output}");
            }

            await Task.Delay(20);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        Http.Dispose();
        await Task.CompletedTask;
    }

    /// <summary>The sample district is loaded through the app's own doors after the first start.</summary>
    private async Task FirstStartDoneAsync()
    {
        var limit = Stopwatch.StartNew();
        while (await new Webhook(this).IsSchoolKnownAsync() is false)
        {
            if (limit.Elapsed > StartLimit)
            {
                throw new InvalidOperationException($"The sample district was not loaded:{Environment.NewLine}{Output}");
            }

            await Task.Delay(50);
        }
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri("/health", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private Process Start()
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "TechPlan.Functions.dll"));
        foreach (var (key, value) in _settings)
        {
            start.Environment[key] = value;
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet could not be started.");
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (_output)
        {
            _output.AppendLine(line.Data);
        }
    }
}
