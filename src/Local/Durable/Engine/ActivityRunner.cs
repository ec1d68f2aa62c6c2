using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using TechPlan.Local.Durable.History;

namespace TechPlan.Local.Durable.Engine;

/// <summary>Runs one activity call; whatever it throws becomes a line of history.</summary>
internal sealed class ActivityRunner(IEnumerable<ActivityFunction> functions, ILogger logger)
{
    private readonly Dictionary<string, ActivityFunction> _functions =
        functions.ToDictionary(function => function.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Throws only when <paramref name="stopping"/>: an activity that the stop interrupts has not failed, it runs again.</summary>
    public async Task<HistoryEvent> RunAsync(ActivityScheduled call, CancellationToken stopping)
    {
        if (!_functions.TryGetValue(call.Name, out var function))
        {
            return new ActivityFailed(call.Id, new("ActivityTaskNotFound", $"There is no activity function named '{call.Name}'.", null, null, null));
        }

        try
        {
            var input = Payloads.Converter.Deserialize(call.Input, function.InputType);
            var result = await function.Run(input, stopping);
            return new ActivityCompleted(call.Id, Payloads.Serialize(result, $"The result of activity '{call.Name}'"));
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            logger.LogWarning(exception, "Activity {Activity} failed.", call.Name);
            return new ActivityFailed(call.Id, TaskFailureDetails.FromException(exception));
        }
    }
}
