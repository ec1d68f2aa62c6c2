using System.Reflection;

namespace TechPlan.Local.Tests.ApiSurface;

/// <summary>Writes types as the lists do: keywords, the everyday System namespaces left out, nested types after a dot.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void", [typeof(object)] = "object", [typeof(string)] = "string", [typeof(bool)] = "bool",
        [typeof(byte)] = "byte", [typeof(sbyte)] = "sbyte", [typeof(char)] = "char", [typeof(short)] = "short",
        [typeof(ushort)] = "ushort", [typeof(int)] = "int", [typeof(uint)] = "uint", [typeof(long)] = "long",
        [typeof(ulong)] = "ulong", [typeof(float)] = "float", [typeof(double)] = "double", [typeof(decimal)] = "decimal",
    };

    private static readonly string[] Unspoken = ["System", "System.Collections.Generic", "System.Threading", "System.Threading.Tasks"];

    public static string Of(Type type) => type switch
    {
        { IsByRef: true } => Of(type.GetElementType()!),
        { IsArray: true } => Of(type.GetElementType()!) + "[]",
        { IsGenericParameter: true } => type.Name,
        _ when Nullable.GetUnderlyingType(type) is { } value => Of(value) + "?",
        _ => Keywords.GetValueOrDefault(type) ?? Qualifier(type) + Simple(type),
    };

    private static string Qualifier(Type type) =>
        type.DeclaringType is { } outer ? Of(outer) + "."
        : type.Namespace is null || Unspoken.Contains(type.Namespace, StringComparer.Ordinal) ? string.Empty
        : type.Namespace + ".";

    // A nested type repeats its outer type's arguments in metadata; they are written once, where they belong.
    private static string Simple(Type type)
    {
        var name = type.Name.Split('`')[0];
        var own = type.GetGenericArguments().Skip(type.DeclaringType?.GetTypeInfo().GetGenericArguments().Length ?? 0).ToList();
        return own.Count == 0 ? name : $"{name}<{string.Join(", ", own.Select(Of))}>";
    }
}
