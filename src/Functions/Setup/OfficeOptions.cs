using TechPlan.Domain;

namespace TechPlan.Functions.Setup;

/// <summary>The office that runs the program (<c>TechPlan:Office</c>).</summary>
public sealed class OfficeOptions
{
    public const string Section = "TechPlan:Office";

    /// <summary>As mails and pages name it.</summary>
    public string Name { get; set; } = "Learning Technologies";

    /// <summary>The mailbox that staff mail comes from and that the office reads.</summary>
    public string Mailbox { get; set; } = "";

    /// <summary>The office as somebody who can be written to.</summary>
    internal Person Person => new(Name, EmailAddress.Parse(Mailbox));
}
