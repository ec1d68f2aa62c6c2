using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using NCrontab;

namespace TechPlan.Local.Hosting;

internal static class TimerFunctions
{
    private static readonly CrontabSchedule.ParseOptions SixFields = new() { IncludingSeconds = true };

    /// <exception cref="LocalSetupException">A schedule cannot be read.</exception>
    public static IReadOnlyList<TimerFunction> From(IEnumerable<LocalFunction> functions, IConfiguration settings) =>
        [.. from function in functions
            where function.Trigger is TimerTriggerAttribute
            select new TimerFunction(function, Parse(function, settings))];

    private static CrontabSchedule Parse(LocalFunction function, IConfiguration settings)
    {
        var expression = Resolve(((TimerTriggerAttribute)function.Trigger).Schedule, settings);
        return CrontabSchedule.TryParse(expression, SixFields)
            ?? throw new LocalSetupException(
                $"Function '{function.Name}' has the schedule '{expression}', which is no NCRONTAB expression of six fields, seconds first.");
    }

    /// <summary>A schedule between percent signs names the setting that holds it.</summary>
    private static string Resolve(string schedule, IConfiguration settings) =>
        schedule is ['%', .. var name, '%'] ? settings[name] ?? schedule : schedule;
}
