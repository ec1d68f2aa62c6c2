using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace TechPlan.Local.Hosting;

/// <summary>
/// The running app. When it cannot start it says why in one sentence, sets the exit code to 1 and stops, so that the Run of an
/// unchanged Program.cs ends without a stack trace.
/// </summary>
internal sealed class LocalHost(WebApplication app, Uri address, LocalStart start) : IHost, IAsyncDisposable
{
    public IServiceProvider Services => app.Services;

    /// <summary>How a refusal to start reaches the person; tests listen here instead.</summary>
    public Action<string> Refuse { get; set; } = sentence =>
    {
        Console.Error.WriteLine(sentence);
        Environment.ExitCode = 1;
    };

    /// <summary>How the person learns that all is ready.</summary>
    public Action<string> Announce { get; set; } = Console.WriteLine;

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            // The app's hosted services may use the storage and the clock, so both are there before the first of them starts.
            await start.StorageOpened.WaitAsync(cancellationToken);
            await app.StartAsync(cancellationToken);
            await Services.GetRequiredService<FirstStart>().RunAsync(address, cancellationToken);
            Announce(ReadyMessage.For(address));
        }
        catch (Exception e) when (StartProblem.Describe(e) is { } sentence)
        {
            Refuse(sentence);
            app.Lifetime.StopApplication();
        }
    }

    public Task StopAsync(CancellationToken cancellationToken = default) => app.StopAsync(cancellationToken);

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    /// <summary>The storage last: until it is disposed of, the app's services may still write.</summary>
    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await start.DisposeAsync();
    }
}
