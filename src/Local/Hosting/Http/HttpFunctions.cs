using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace TechPlan.Local.Hosting;

/// <summary>
/// Puts the functions with HTTP triggers on Kestrel. Function keys are not asked for, as with the Functions Core Tools: whoever
/// reaches the loopback address is the person who started the app.
/// </summary>
internal static class HttpFunctions
{
    public static void AddHttpFunctions(this IServiceCollection services, IReadOnlyList<LocalFunction> functions)
    {
        services.AddRoutingCore();
        services.AddSingleton<RunningHttpFunctions>();
        services.AddSingleton<IMovedByTheClock>(provider => provider.GetRequiredService<RunningHttpFunctions>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, FunctionMethodPolicy>());
        if (functions.Any(ReturnsActionResults))
        {
            // Only for what executes the results; it takes a good part of the start, and apps that return IResult need none of it.
            services.AddMvcCore();
        }
    }

    public static void MapHttpFunctions(this IEndpointRouteBuilder routes, IReadOnlyList<LocalFunction> functions, string prefix)
    {
        foreach (var function in functions)
        {
            if (function.Trigger is HttpTriggerAttribute trigger)
            {
                var handler = ActivatorUtilities.CreateInstance<HttpFunctionHandler>(routes.ServiceProvider, function);
                routes.Map(HttpRoutes.Path(prefix, trigger, function), handler.HandleAsync)
                    .WithDisplayName(function.Name)
                    .WithMetadata(new FunctionMethods(trigger.Methods ?? []));
            }
        }
    }

    private static bool ReturnsActionResults(LocalFunction function) =>
        function.Trigger is HttpTriggerAttribute
        && (function.ReturnType == typeof(object) || function.ReturnType.IsAssignableTo(typeof(IActionResult)));
}
