namespace TechPlan.Functions.Mail.Webhooks;

/// <summary>
/// By which keys SendGrid signs what it posts to us (<c>TechPlan:SendGrid</c>). A door without keys is closed. Several keys may be
/// given, separated by blanks or commas or as an array, so that one can be replaced without losing a post.
/// </summary>
public sealed class SendGridWebhookOptions
{
    public const string Section = "TechPlan:SendGrid";

    /// <summary>Of the Event Webhook, as SendGrid's console shows them: base64 of the public key.</summary>
    public IList<string> EventKeys { get; init; } = [];

    /// <summary>Of the security policy that Inbound Parse uses.</summary>
    public IList<string> ParseKeys { get; init; } = [];
}
