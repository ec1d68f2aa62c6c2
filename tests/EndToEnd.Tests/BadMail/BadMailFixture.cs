using TechPlan.EndToEnd.Tests.Support;

namespace TechPlan.EndToEnd.Tests.BadMail;

/// <summary>An app that sees nothing but bad mail, so that its log is theirs.</summary>
public sealed class BadMailFixture(AppFixture shared) : IAsyncLifetime
{
    public RunningApp App { get; private set; } = null!;

    public async Task InitializeAsync() => App = await RunningApp.StartAsync(shared.Storage);

    public async Task DisposeAsync() => await App.DisposeAsync();
}
