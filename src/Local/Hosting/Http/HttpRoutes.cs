using Microsoft.Azure.Functions.Worker;

namespace TechPlan.Local.Hosting;

internal static class HttpRoutes
{
    /// <summary>The function's own route without slashes around it; its name when it has none.</summary>
    public static string Template(HttpTriggerAttribute trigger, LocalFunction function) => (trigger.Route ?? function.Name).Trim('/');

    /// <summary>The whole path under which the function answers.</summary>
    public static string Path(string prefix, HttpTriggerAttribute trigger, LocalFunction function) =>
        $"/{prefix.Trim('/')}/{Template(trigger, function)}".Replace("//", "/", StringComparison.Ordinal);
}
