namespace TechPlan.Local.Tables.Entities;

/// <summary>Properties that the service itself knows.</summary>
internal static class Names
{
    public const string PartitionKey = "PartitionKey";
    public const string RowKey = "RowKey";
    public const string Timestamp = "Timestamp";

    /// <summary>The row's version, beside its properties.</summary>
    public const string ETag = "odata.etag";

    /// <summary>Everything that starts so is the protocol's, not the row's.</summary>
    public const string Protocol = "odata.";

    public const string TypeSuffix = "@odata.type";
}
