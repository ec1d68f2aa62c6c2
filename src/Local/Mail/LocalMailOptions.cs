namespace TechPlan.Local.Mail;

public sealed class LocalMailOptions
{
    /// <summary>The table that keeps every mail; by convention the task hub's name followed by "Mail".</summary>
    public string TableName { get; set; } = "LocalMail";

    /// <summary>The command that an empty inbox tells a newcomer to run.</summary>
    public string? SampleCommand { get; set; }
}
