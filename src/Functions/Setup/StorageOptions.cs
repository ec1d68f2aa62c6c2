namespace TechPlan.Functions.Setup;

/// <summary>Where the app keeps its data (<c>TechPlan:Storage</c>).</summary>
public sealed class StorageOptions
{
    public const string Section = "TechPlan:Storage";

    /// <summary>What every table's name starts with, so that several apps or test runs can share an account.</summary>
    public string TablePrefix { get; set; } = "TechPlan";

    /// <summary>For how many days a refused request is kept as it was typed; it holds people's names and addresses.</summary>
    public int KeepRefusedDays { get; set; } = 365;

    /// <summary>For how many days a draft that nobody came back to is kept; its links live as long.</summary>
    public int KeepDraftDays { get; set; } = 90;

    /// <summary>For how many days it is known which of SendGrid's events were acted on; it posts an event again for a day.</summary>
    public int KeepMailEventDays { get; set; } = 30;

    /// <summary>For how many days a mail that came through Inbound Parse is kept as it came; other mail stays in its mailbox.</summary>
    public int KeepMailDays { get; set; } = 90;
}
