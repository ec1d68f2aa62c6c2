using System.ComponentModel;
using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;

namespace TechPlan.Local.Hosting;

/// <summary>Fills a parameter from the part of the route that bears its name.</summary>
internal static class RouteValueSource
{
    public static Func<LocalFunctionContext, object?>? For(ParameterInfo parameter, HttpTriggerAttribute trigger, LocalFunction function)
    {
        var name = parameter.Name!;
        return RoutePatternFactory.Parse(HttpRoutes.Template(trigger, function)).GetParameter(name) is null
            ? null
            : context => Convert(context.GetHttpContext()!.GetRouteValue(name), parameter);
    }

    private static object? Convert(object? value, ParameterInfo parameter)
    {
        if (value is not string text)
        {
            return value ?? (parameter.HasDefaultValue ? parameter.DefaultValue : null);
        }

        return parameter.ParameterType == typeof(string) ? text : Parse(text, parameter);
    }

    private static object? Parse(string text, ParameterInfo parameter)
    {
        try
        {
            return TypeDescriptor.GetConverter(parameter.ParameterType).ConvertFromInvariantString(text);
        }
        catch (Exception e) when (e is FormatException or ArgumentException or NotSupportedException)
        {
            throw new FunctionInputConverterException($"The route's value for '{parameter.Name}' is no {parameter.ParameterType.Name}.", e);
        }
    }
}
