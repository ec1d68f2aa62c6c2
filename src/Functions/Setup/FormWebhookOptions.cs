namespace TechPlan.Functions.Setup;

/// <summary>Who may send requests by webhook (<c>TechPlan:FormWebhook</c>).</summary>
public sealed class FormWebhookOptions
{
    public const string Section = "TechPlan:FormWebhook";

    /// <summary>
    /// <c>whsec_</c> and base64, several separated by blanks or commas, or one each as an array. Any of them may sign, so that one
    /// can be replaced without losing a request.
    /// </summary>
    public IList<string> Secrets { get; init; } = [];
}
