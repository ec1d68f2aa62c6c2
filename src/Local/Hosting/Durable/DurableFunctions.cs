using Azure.Data.Tables;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TechPlan.Local.Durable;

namespace TechPlan.Local.Hosting;

/// <summary>Hands orchestrators and activities to the engine, each wrapped in the app's middleware.</summary>
internal static class DurableFunctions
{
    public static bool IsDurable(LocalFunction function) => function.Trigger is OrchestrationTriggerAttribute or ActivityTriggerAttribute;

    public static void AddDurableFunctions(this IServiceCollection services, LocalPlan plan, TableServiceClient tables)
    {
        foreach (var function in plan.Functions)
        {
            Add(services, function);
        }

        var options = new DurableEngineOptions(plan.HostJson.HubName, plan.HostJson.DefaultVersion ?? "");
        services.AddDurableEngine(options, _ => tables);
    }

    private static void Add(IServiceCollection services, LocalFunction function)
    {
        switch (function.Trigger)
        {
            case OrchestrationTriggerAttribute:
                services.AddSingleton(provider => Orchestrator(function, provider));
                break;
            case ActivityTriggerAttribute:
                services.AddSingleton(provider => Activity(function, provider));
                break;
        }
    }

    private static OrchestratorFunction Orchestrator(LocalFunction function, IServiceProvider services)
    {
        var pipeline = services.GetRequiredService<FunctionPipeline>();
        var stopping = services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        return new OrchestratorFunction(function.Name, context => pipeline.RunAsync(function, context, services, stopping));
    }

    private static ActivityFunction Activity(LocalFunction function, IServiceProvider services)
    {
        var pipeline = services.GetRequiredService<FunctionPipeline>();
        return new ActivityFunction(
            function.Name,
            function.TriggerParameter.ParameterType,
            (input, cancellation) => pipeline.RunAsync(function, input, services, cancellation));
    }
}
