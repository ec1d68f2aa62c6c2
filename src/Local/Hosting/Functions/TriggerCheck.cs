using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace TechPlan.Local.Hosting;

/// <summary>Finds out before the start what would fail at the first invocation.</summary>
internal static class TriggerCheck
{
    /// <exception cref="LocalSetupException">The trigger hands over another type, or its route cannot be read.</exception>
    public static void Refuse(LocalFunction function)
    {
        switch (function.Trigger)
        {
            case HttpTriggerAttribute http:
                RefuseOther(typeof(HttpRequest), function);
                RefuseBrokenRoute(http, function);
                break;
            case TimerTriggerAttribute:
                RefuseOther(typeof(TimerInfo), function);
                break;
            case OrchestrationTriggerAttribute:
                RefuseOther(typeof(TaskOrchestrationContext), function);
                break;
        }
    }

    private static void RefuseOther(Type expected, LocalFunction function)
    {
        if (function.TriggerParameter.ParameterType != expected)
        {
            throw new LocalSetupException(
                $"Function '{function.Name}' must take its trigger as {expected.Name}, but its parameter '{function.TriggerParameter.Name}' is of another type.");
        }
    }

    private static void RefuseBrokenRoute(HttpTriggerAttribute trigger, LocalFunction function)
    {
        try
        {
            RoutePatternFactory.Parse(HttpRoutes.Template(trigger, function));
        }
        catch (RoutePatternException e)
        {
            throw new LocalSetupException($"Function '{function.Name}' has the route '{trigger.Route}', which cannot be read: {e.Message}", e);
        }
    }
}
