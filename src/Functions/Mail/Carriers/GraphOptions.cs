namespace TechPlan.Functions.Mail.Carriers;

/// <summary>Staff mail through Microsoft Graph (<c>TechPlan:Graph</c>).</summary>
public sealed class GraphOptions
{
    public const string Section = "TechPlan:Graph";

    /// <summary>The address of Graph itself.</summary>
    public const string DefaultEndpoint = "https://graph.microsoft.com/v1.0";

    /// <summary>False: staff mail goes through SendGrid.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Graph's address, or a national cloud's. A local run may name any other; a path alone is taken from <c>TechPlan:BaseUrl</c>.</summary>
    public string Endpoint { get; set; } = DefaultEndpoint;

    /// <summary>The client id of a user-assigned managed identity; empty for whichever identity the environment offers.</summary>
    public string ManagedIdentityClientId { get; set; } = "";
}
