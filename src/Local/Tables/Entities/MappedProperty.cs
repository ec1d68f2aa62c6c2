using System.Reflection;
using System.Runtime.Serialization;
using System.Text.Json;

namespace TechPlan.Local.Tables.Entities;

/// <summary>A stored property with its invokers, which are made once and then cost no reflection.</summary>
internal sealed record MappedProperty(string Name, Func<object, object?> Get, Action<object, JsonElement>? Set)
{
    public static MappedProperty Create(PropertyInfo property)
    {
        var read = EdmReader.For(property.PropertyType)
            ?? throw new NotSupportedException(
                $"{property.DeclaringType}.{property.Name} is a {property.PropertyType}, which a table cannot store; "
                + $"mark it with [{nameof(IgnoreDataMemberAttribute)}] to leave it out.");
        var getter = MethodInvoker.Create(property.GetMethod!);
        var setter = property.SetMethod is { } method ? MethodInvoker.Create(method) : null;
        return new MappedProperty(
            property.GetCustomAttribute<DataMemberAttribute>()?.Name ?? property.Name,
            entity => getter.Invoke(entity),
            setter is null ? null : (entity, value) => setter.Invoke(entity, read(value)));
    }
}
