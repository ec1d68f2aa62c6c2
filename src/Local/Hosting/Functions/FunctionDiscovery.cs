using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace TechPlan.Local.Hosting;

/// <summary>Finds the functions of an app once, when it starts.</summary>
internal static class FunctionDiscovery
{
    private const BindingFlags PublicMethods = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <exception cref="LocalSetupException">A function cannot be run, or two bear the same name.</exception>
    public static IReadOnlyList<LocalFunction> Find(IEnumerable<Type> types)
    {
        var functions = types
            .Where(type => type.IsClass)
            .SelectMany(type => type.GetMethods(PublicMethods))
            .Where(method => method.IsDefined(typeof(FunctionAttribute), inherit: false))
            .Select(LocalFunction.From)
            .ToList();
        RefuseDuplicates(functions);
        return functions;
    }

    private static void RefuseDuplicates(IEnumerable<LocalFunction> functions)
    {
        var twice = functions.GroupBy(f => f.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Skip(1).Any());
        if (twice is not null)
        {
            var places = string.Join(" and ", twice.Select(f => f.Definition.EntryPoint));
            throw new LocalSetupException($"Function names must be unique, but '{twice.Key}' is the name of {places}.");
        }
    }
}
