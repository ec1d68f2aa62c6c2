// The real library is not annotated for nullable references. Neither is this surface: callers must compile the same against both.
#nullable disable annotations

namespace Azure.Data.Tables;

/// <summary>What every row has: its two keys, and what the service says about its last change.</summary>
public interface ITableEntity
{
    string PartitionKey { get; set; }

    string RowKey { get; set; }

    /// <summary>Set by the service at every change; ignored when written.</summary>
    DateTimeOffset? Timestamp { get; set; }

    /// <summary>The version that was read; a conditional write compares it. Ignored when written as a value.</summary>
    ETag ETag { get; set; }
}
