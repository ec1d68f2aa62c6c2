using System.Diagnostics;

namespace TechPlan.EndToEnd.Tests.Support;

internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Looks again until the condition holds; fails with the explanation when it does not within a minute.</summary>
    public static async Task HoldsAsync(Func<Task<bool>> condition, Func<Task<string>> otherwise)
    {
        var waited = Stopwatch.StartNew();
        while (!await condition())
        {
            if (waited.Elapsed > Limit)
            {
                throw new TimeoutException(await otherwise());
            }

            await Task.Delay(25);
        }
    }
}
