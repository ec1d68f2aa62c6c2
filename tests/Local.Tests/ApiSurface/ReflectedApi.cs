using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace TechPlan.Local.Tests.ApiSurface;

/// <summary>Writes an assembly's public and protected members in the notation of the lists.</summary>
internal static class ReflectedApi
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    public static IEnumerable<string> Of(Type type)
    {
        if (typeof(Delegate).IsAssignableFrom(type))
        {
            var invoke = type.GetMethod("Invoke")!;
            return [$"type delegate {TypeNames.Of(invoke.ReturnType)} {TypeNames.Of(type)}({Parameters(invoke)})"];
        }

        string[] self = [$"type {Kind(type)} {TypeNames.Of(type)}"];
        return type.IsEnum
            ? self.Concat(type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(EnumValue))
            : self.Concat(Members(type));
    }

    private static IEnumerable<string> Members(Type type) =>
    [
        .. type.GetConstructors(Declared).Where(IsVisible).Select(Constructor),
        .. type.GetMethods(Declared).Where(x => IsVisible(x) && !x.IsSpecialName && IsWritten(x)).Select(Method),
        .. type.GetMethods(Declared).Where(x => IsVisible(x) && x.Name.StartsWith("op_", StringComparison.Ordinal)).Select(Method),
        .. type.GetProperties(Declared).Where(x => x.GetAccessors(nonPublic: true).Any(IsVisible)).Select(Property),
        .. type.GetFields(Declared).Where(x => x.IsPublic || x.IsFamily || x.IsFamilyOrAssembly).Select(Field),
        .. type.GetEvents(Declared).Where(x => IsVisible(x.AddMethod!)).Select(x => $"event {TypeNames.Of(x.EventHandlerType!)} {Name(x)}"),
    ];

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsValueType: true } => "struct",
        { IsInterface: true } => "interface",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        _ when type.GetMethod("<Clone>$") is not null => "record",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static string EnumValue(FieldInfo field) =>
        $"enum {Name(field)} = {Convert.ToInt64(field.GetRawConstantValue(), CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)}";

    private static string Constructor(ConstructorInfo constructor) =>
        $"ctor {Access(constructor)}{TypeNames.Of(constructor.DeclaringType!)}({Parameters(constructor)})";

    private static string Method(MethodInfo method)
    {
        var arguments = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(x => x.Name))}>" : string.Empty;
        return $"method {Modifiers(method)}{TypeNames.Of(method.ReturnType)} {Name(method)}{arguments}({Parameters(method)})";
    }

    private static string Property(PropertyInfo property)
    {
        var name = property.GetIndexParameters() is { Length: > 0 } index
            ? $"{TypeNames.Of(property.DeclaringType!)}.this[{string.Join(", ", index.Select(Parameter))}]"
            : Name(property);
        var get = property.GetMethod is { } getter && IsVisible(getter) ? "get; " : string.Empty;
        var set = property.SetMethod is { } setter && IsVisible(setter) ? IsInit(setter) ? "init; " : "set; " : string.Empty;
        var accessor = property.GetAccessors(nonPublic: true).First(IsVisible);
        return $"prop {Modifiers(accessor)}{TypeNames.Of(property.PropertyType)} {name} {{ {get}{set}}}";
    }

    private static string Field(FieldInfo field)
    {
        var modifiers = field.IsLiteral ? "const " : (field.IsStatic ? "static " : string.Empty) + (field.IsInitOnly ? "readonly " : string.Empty);
        return $"field {modifiers}{TypeNames.Of(field.FieldType)} {Name(field)}";
    }

    private static string Name(MemberInfo member) => $"{TypeNames.Of(member.DeclaringType!)}.{member.Name}";

    private static string Access(MethodBase method) => method.IsPublic ? string.Empty : "protected ";

    private static string Modifiers(MethodInfo method) => Access(method) + method switch
    {
        { IsStatic: true } => "static ",
        { IsAbstract: true } => "abstract ",
        _ when method.GetBaseDefinition().DeclaringType != method.DeclaringType => "override ",
        { IsVirtual: true, IsFinal: false } => "virtual ",
        _ => string.Empty,
    };

    private static string Parameters(MethodBase method)
    {
        var extends = method.IsDefined(typeof(ExtensionAttribute), inherit: false) ? "this " : string.Empty;
        return extends + string.Join(", ", method.GetParameters().Select(Parameter));
    }

    private static string Parameter(ParameterInfo parameter)
    {
        var way = parameter switch
        {
            { IsOut: true } => "out ",
            { ParameterType.IsByRef: true, IsIn: true } => "in ",
            { ParameterType.IsByRef: true } => "ref ",
            _ when parameter.IsDefined(typeof(ParamArrayAttribute), inherit: false) => "params ",
            _ => string.Empty,
        };
        return $"{way}{TypeNames.Of(parameter.ParameterType)} {parameter.Name}{(parameter.IsOptional ? " = *" : string.Empty)}";
    }

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsInit(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    // What the compiler adds to a record beside its equality is in no list.
    private static bool IsWritten(MethodInfo method) => !method.Name.StartsWith('<') && method.Name is not "PrintMembers";
}
