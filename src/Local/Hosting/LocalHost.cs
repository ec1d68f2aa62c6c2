using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace TechPlan.Local.Hosting;

/// <summary>
/// The running app. When it cannot start it says why in one sentence, sets the exit code to 1 and stops, so that the Run of an
/// unchanged Program.cs ends without a stack trace.
/// </summary>
internal sealed class LocalHost(WebApplication app, LocalSetupException? problem) : IHost, IAsyncDisposable
{
    public IServiceProvider Services => app.Services;

    public WebApplication App => app;

    /// <summary>How a refusal to start reaches the person; tests listen here instead.</summary>
    public Action<string> Refuse { get; set; } = sentence =>
    {
        Console.Error.WriteLine(sentence);
        Environment.ExitCode = 1;
    };

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await StartOrThrowAsync(cancellationToken);
        }
        catch (Exception e) when (StartProblem.Describe(e) is { } sentence)
        {
            Refuse(sentence);
            app.Lifetime.StopApplication();
        }
    }

    public Task StopAsync(CancellationToken cancellationToken = default) => app.StopAsync(cancellationToken);

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task StartOrThrowAsync(CancellationToken cancellation)
    {
        if (problem is not null)
        {
            throw problem;
        }

        await app.StartAsync(cancellation);
    }
}
