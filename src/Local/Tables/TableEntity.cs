using TechPlan.Local.Tables.Entities;

#nullable disable annotations

namespace Azure.Data.Tables;

/// <summary>A row without a class of its own: its properties by name. Dates come back as <see cref="DateTimeOffset"/>.</summary>
public sealed partial class TableEntity : ITableEntity
{
    private readonly Dictionary<string, object> _properties;

    public TableEntity() => _properties = new(StringComparer.Ordinal);

    public TableEntity(string partitionKey, string rowKey)
        : this()
    {
        PartitionKey = partitionKey;
        RowKey = rowKey;
    }

    /// <summary>Takes a copy of <paramref name="values"/>, keys included where they are named there.</summary>
    public TableEntity(IDictionary<string, object> values) =>
        _properties = values is null ? new(StringComparer.Ordinal) : new(values, StringComparer.Ordinal);

    public string PartitionKey
    {
        get => GetString(Names.PartitionKey);
        set => _properties[Names.PartitionKey] = value;
    }

    public string RowKey
    {
        get => GetString(Names.RowKey);
        set => _properties[Names.RowKey] = value;
    }

    public DateTimeOffset? Timestamp
    {
        get => GetDateTimeOffset(Names.Timestamp);
        set => _properties[Names.Timestamp] = value;
    }

    public ETag ETag
    {
        get => new(GetString(Names.ETag));
        set => _properties[Names.ETag] = value.ToString();
    }

    public string GetString(string key) => (string)Typed(key, typeof(string));

    public byte[] GetBinary(string key) => (byte[])Typed(key, typeof(byte[]));

    public BinaryData GetBinaryData(string key) => (BinaryData)Typed(key, typeof(BinaryData));

    public bool? GetBoolean(string key) => (bool?)Typed(key, typeof(bool));

    public DateTime? GetDateTime(string key) => (DateTime?)Typed(key, typeof(DateTime));

    public DateTimeOffset? GetDateTimeOffset(string key) => (DateTimeOffset?)Typed(key, typeof(DateTimeOffset));

    public double? GetDouble(string key) => (double?)Typed(key, typeof(double));

    public Guid? GetGuid(string key) => (Guid?)Typed(key, typeof(Guid));

    public int? GetInt32(string key) => (int?)Typed(key, typeof(int));

    public long? GetInt64(string key) => (long?)Typed(key, typeof(long));

    // Absent and null are one; another type is a mistake in the caller and said so, apart from the forms of the same thing.
    private object Typed(string key, Type type)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return !_properties.TryGetValue(key, out var value) || value is null
            ? null
            : (value, type) switch
            {
                (DateTimeOffset x, _) when type == typeof(DateTime) => x.UtcDateTime,
                (DateTime x, _) when type == typeof(DateTimeOffset) => new DateTimeOffset(x),
                (byte[] x, _) when type == typeof(BinaryData) => new BinaryData(x),
                _ when type.IsInstanceOfType(value) => value,
                _ => throw new InvalidOperationException($"Property '{key}' holds a {value.GetType()}, not a {type}."),
            };
    }
}
