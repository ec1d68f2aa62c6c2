using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Serialization;
using System.Text.Json;
using Azure.Data.Tables;

namespace TechPlan.Local.Tables.Entities;

/// <summary>
/// What of a class is stored, worked out once per type: its public properties, under the name that <see cref="DataMemberAttribute"/>
/// gives, less those with <see cref="IgnoreDataMemberAttribute"/>. A property without a setter is written but not read.
/// </summary>
internal sealed class EntityMap
{
    private static readonly ConcurrentDictionary<Type, EntityMap> Maps = new();

    private readonly Dictionary<string, MappedProperty> _byName = new(StringComparer.Ordinal);

    private EntityMap(Type type)
    {
        foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(IsStored))
        {
            var mapped = MappedProperty.Create(property);
            _byName[mapped.Name] = mapped;
        }
    }

    public static EntityMap For(Type type) => Maps.GetOrAdd(type, static x => new EntityMap(x));

    public void Write(Utf8JsonWriter json, object entity)
    {
        foreach (var property in _byName.Values)
        {
            if (property.Get(entity) is { } value)
            {
                EdmWriter.Write(json, property.Name, value);
            }
        }
    }

    public void Read(string name, JsonElement value, object entity)
    {
        if (_byName.TryGetValue(name, out var property) && property.Set is { } set)
        {
            set(entity, value);
        }
    }

    // The four members of ITableEntity go through the interface, so a class may also implement them explicitly.
    private static bool IsStored(PropertyInfo property) =>
        property.GetMethod is { IsPublic: true }
        && property.GetIndexParameters().Length == 0
        && property.Name is not (nameof(ITableEntity.PartitionKey) or nameof(ITableEntity.RowKey)
            or nameof(ITableEntity.Timestamp) or nameof(ITableEntity.ETag))
        && !property.IsDefined(typeof(IgnoreDataMemberAttribute), inherit: true);
}
