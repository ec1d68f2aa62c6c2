using Microsoft.Extensions.DependencyInjection;

namespace TechPlan.Functions.Retention;

/// <summary>Rows that are kept for some days only, most of them because they name people.</summary>
/// <param name="What">What they are, for the log.</param>
/// <param name="RemoveBefore">Removes what is older than a moment, and says how much that was.</param>
public sealed record Retained(string What, int KeepDays, Func<DateTimeOffset, CancellationToken, Task<int>> RemoveBefore);

/// <summary>Lets each capability say for how long its rows are kept.</summary>
internal static class RetainedRegistration
{
    /// <param name="rule">Gets the store that holds the rows.</param>
    internal static IServiceCollection AddRetained<TStore>(this IServiceCollection services, Func<TStore, IServiceProvider, Retained> rule)
        where TStore : notnull => services.AddSingleton(all => rule(all.GetRequiredService<TStore>(), all));
}
