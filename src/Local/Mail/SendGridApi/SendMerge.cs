namespace TechPlan.Local.Mail.SendGridApi;

/// <summary>What a recipient gets of the message and of the personalization; the personalization wins.</summary>
internal static class SendMerge
{
    public static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();

    public static IReadOnlyDictionary<string, string> CustomArgs(SendRequest request, SendPersonalization one) =>
        Merge(request.CustomArgs, one.CustomArgs);

    public static IReadOnlyDictionary<string, string> Headers(SendRequest request, SendPersonalization one) =>
        Merge(request.Headers, one.Headers);

    public static string Subject(SendRequest request, SendPersonalization one) =>
        Substitute(one.Subject ?? request.Subject ?? "", one);

    /// <returns>The rendering of a type, or null when the message has none.</returns>
    public static string? Content(SendRequest request, SendPersonalization one, string type) =>
        request.Content?.FirstOrDefault(block => string.Equals(block.Type, type, StringComparison.OrdinalIgnoreCase))?.Value is { } value
            ? Substitute(value, one)
            : null;

    private static string Substitute(string text, SendPersonalization one) =>
        (one.Substitutions ?? None).Aggregate(text, (done, tag) => done.Replace(tag.Key, tag.Value, StringComparison.Ordinal));

    private static Dictionary<string, string> Merge(IReadOnlyDictionary<string, string>? general, IReadOnlyDictionary<string, string>? own)
    {
        var merged = new Dictionary<string, string>(general ?? None, StringComparer.Ordinal);
        foreach (var (name, value) in own ?? None)
        {
            merged[name] = value;
        }

        return merged;
    }
}
