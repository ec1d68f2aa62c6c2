namespace TechPlan.Local.Hosting;

/// <summary>Opens what a local run keeps, and sets the clock to where the last run left it.</summary>
internal sealed class LocalStorage(ILocalState state, LocalClock clock)
{
    public async Task OpenAsync(CancellationToken cancellation)
    {
        await state.OpenAsync(cancellation);
        var offset = await state.ReadClockAsync(cancellation);
        clock.RunFrom(TimeProvider.System.GetUtcNow() + offset);
    }
}
