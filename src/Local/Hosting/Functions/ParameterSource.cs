using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Extensions.DependencyInjection;

namespace TechPlan.Local.Hosting;

/// <summary>Where the value of one parameter comes from at each invocation.</summary>
internal sealed class ParameterSource
{
    private ParameterSource(Func<LocalFunctionContext, object?> read) => Read = read;

    public Func<LocalFunctionContext, object?> Read { get; }

    /// <exception cref="LocalSetupException">Nothing can fill the parameter.</exception>
    public static ParameterSource For(ParameterInfo parameter, LocalFunction function) =>
        new(OfAnyTrigger(parameter, function) ?? OfThisTrigger(parameter, function) ?? throw Unknown(parameter, function));

    private static Func<LocalFunctionContext, object?>? OfAnyTrigger(ParameterInfo parameter, LocalFunction function)
    {
        var type = parameter.ParameterType;
        if (type == typeof(FunctionContext))
        {
            return context => context;
        }

        if (type == typeof(CancellationToken))
        {
            return context => context.CancellationToken;
        }

        // Input bindings are clients of something; the services know them by their type.
        if (parameter.IsDefined(typeof(InputBindingAttribute)))
        {
            return context => context.InstanceServices.GetRequiredService(type);
        }

        return parameter == function.TriggerParameter ? context => context.TriggerValue : null;
    }

    private static Func<LocalFunctionContext, object?>? OfThisTrigger(ParameterInfo parameter, LocalFunction function) =>
        function.Trigger switch
        {
            HttpTriggerAttribute http => RouteValueSource.For(parameter, http, function),
            _ => null,
        };

    private static LocalSetupException Unknown(ParameterInfo parameter, LocalFunction function) =>
        new($"Function '{function.Name}' has a parameter '{parameter.Name}' that nothing fills: it is no value of the trigger.");
}
