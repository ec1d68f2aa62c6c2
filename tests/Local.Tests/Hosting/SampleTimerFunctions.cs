using Microsoft.Azure.Functions.Worker;

namespace TechPlan.Local.Tests.Hosting;

internal static class SampleTimerFunctions
{
    public sealed class EverySecond(RunLog log)
    {
        [Function("EverySecond")]
        public void Run([TimerTrigger("* * * * * *")] TimerInfo timer) => log.Write($"second {timer.IsPastDue}");
    }

    public sealed class EveryHour(RunLog log, TimeProvider clock)
    {
        [Function("EveryHour")]
        public void Run([TimerTrigger("%Hourly%")] TimerInfo timer) =>
            log.Write($"hour {timer.IsPastDue} {clock.GetUtcNow():HH:mm} next {timer.ScheduleStatus!.Next:HH:mm}");
    }

    public sealed class AtStartup(RunLog log)
    {
        [Function("AtStartup")]
        public async Task Run([TimerTrigger("0 0 0 1 1 *", RunOnStartup = true)] TimerInfo timer, FunctionContext context)
        {
            await Task.Yield();
            log.Write($"{context.FunctionDefinition.Name} {timer.IsPastDue}");
        }
    }

    public sealed class Slow(RunLog log)
    {
        [Function("Slow")]
        public async Task Run([TimerTrigger("* * * * * *")] TimerInfo timer)
        {
            await log.RunAsync(TimeSpan.FromSeconds(1.5));
            log.Write($"slow {timer.IsPastDue}");
        }
    }

    public sealed class Failing(RunLog log)
    {
        [Function("Failing")]
        public void Run([TimerTrigger("* * * * * *")] TimerInfo timer)
        {
            log.Write($"failing {timer.IsPastDue}");
            throw new InvalidOperationException("broken on purpose");
        }
    }

    public static class FiveFields
    {
        [Function("FiveFields")]
        public static void Run([TimerTrigger("*/5 * * * *")] TimerInfo timer) => _ = timer.IsPastDue;
    }
}
