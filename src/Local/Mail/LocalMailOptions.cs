using Azure.Data.Tables;

namespace TechPlan.Local.Mail;

public sealed class LocalMailOptions
{
    /// <summary>The storage that keeps every mail; without one nothing outlives the process.</summary>
    public TableServiceClient? Tables { get; set; }

    /// <summary>The table in it; by convention the task hub's name followed by "Mail".</summary>
    public string TableName { get; set; } = "LocalMail";

    /// <summary>The command that an empty inbox tells a newcomer to run; without one it refers to the README.</summary>
    public string? SampleCommand { get; set; }
}
