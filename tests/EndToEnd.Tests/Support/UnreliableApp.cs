namespace TechPlan.EndToEnd.Tests.Support;

/// <summary>
/// Does what a person does, while the process is killed in the midst of some of it. Whoever gets no answer does it again, as
/// people and webhooks do.
/// </summary>
internal sealed class UnreliableApp(RunningApp app, Random random, int kills, int actions)
{
    private readonly HashSet<int> _killAt = [.. Enumerable.Range(0, actions).OrderBy(_ => random.Next()).Take(kills)];
    private int _action = -1;

    public int Killed { get; private set; }

    /// <summary>One action, with the process killed up to 150 ms after its start when its turn has come.</summary>
    public async Task<T> DoAsync<T>(Func<Task<T>> action)
    {
        _action++;
        if (!_killAt.Contains(_action))
        {
            return await PatientlyAsync(action);
        }

        var attempt = TryAsync(action);
        await Task.Delay(random.Next(0, 150));
        app.Kill();
        Killed++;
        await attempt;
        await app.StartAgainAsync();
        return await PatientlyAsync(action);
    }

    /// <summary>Again until it is answered.</summary>
    public static async Task<T> PatientlyAsync<T>(Func<Task<T>> action)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await action();
            }
            catch (HttpRequestException) when (attempt < 5)
            {
                await Task.Delay(100);
            }
        }
    }

    private static async Task TryAsync<T>(Func<Task<T>> action)
    {
        try
        {
            await action();
        }
        catch (HttpRequestException)
        {
            // The process was killed before it answered.
        }
    }
}
