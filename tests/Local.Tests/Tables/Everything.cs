using System.Runtime.Serialization;
using Azure;
using Azure.Data.Tables;

namespace TechPlan.Local.Tests.Tables;

/// <summary>A row with a property of every kind that a table stores.</summary>
internal sealed class Everything : ITableEntity
{
    public string PartitionKey { get; set; } = string.Empty;

    public string RowKey { get; set; } = string.Empty;

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public string? Text { get; set; }

    public bool Flag { get; set; }

    public int Number { get; set; }

    public long Long { get; set; }

    public double Double { get; set; }

    public DateTime Utc { get; set; }

    public DateTimeOffset At { get; set; }

    public Guid Id { get; set; }

    public byte[]? Bytes { get; set; }

    public BinaryData? Data { get; set; }

    public DayOfWeek Day { get; set; }

    public int? NoNumber { get; set; }

    public long? SomeLong { get; set; }

    public DayOfWeek? SomeDay { get; set; }

    [DataMember(Name = "other_name")]
    public string? Renamed { get; set; }

    [IgnoreDataMember]
    public Version? Ignored { get; set; }

    /// <summary>Written for people who look into the table; never read.</summary>
    public string Summary => $"{Text} {Number}";
}
