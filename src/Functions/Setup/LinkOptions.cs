namespace TechPlan.Functions.Setup;

/// <summary>The keys that links in mail are signed with (<c>TechPlan:Links</c>).</summary>
public sealed class LinkOptions
{
    public const string Section = "TechPlan:Links";

    /// <summary>
    /// <c>keyId:base64</c>, several separated by blanks or commas, or one each as an array. The first signs; all verify, so that
    /// links already mailed outlive a change of keys.
    /// </summary>
    public IList<string> Keys { get; init; } = [];
}
