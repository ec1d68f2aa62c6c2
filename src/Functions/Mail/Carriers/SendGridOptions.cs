namespace TechPlan.Functions.Mail.Carriers;

/// <summary>Mail to registered people through SendGrid (<c>TechPlan:SendGrid</c>).</summary>
public sealed class SendGridOptions
{
    public const string Section = "TechPlan:SendGrid";

    /// <summary>SendGrid's address; <c>https://api.eu.sendgrid.com</c> for an EU subuser. A path alone is taken from <c>TechPlan:BaseUrl</c>.</summary>
    public string Host { get; set; } = "https://api.sendgrid.com";

    /// <summary>Empty: everything goes through Graph.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>An address of a domain that is verified at SendGrid.</summary>
    public string From { get; set; } = "";
}
