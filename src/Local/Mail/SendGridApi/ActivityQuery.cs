using System.Text.RegularExpressions;
using TechPlan.Local.Mail.Store;

namespace TechPlan.Local.Mail.SendGridApi;

/// <summary>The activity look-up's query language, as far as an app needs it to find its own mail.</summary>
/// <param name="Args">Custom arguments that a mail must carry.</param>
/// <param name="Recipient">The one recipient asked for, or null.</param>
internal sealed partial record ActivityQuery(IReadOnlyList<Mark> Args, string? Recipient)
{
    /// <returns>Null for a query outside <c>unique_args['key']="value"</c> and <c>to_email="address"</c>, joined by AND.</returns>
    public static ActivityQuery? Parse(string text)
    {
        var args = new List<Mark>();
        string? recipient = null;
        foreach (var part in And().Split(text.Trim()).Where(part => part.Length > 0))
        {
            var condition = Condition().Match(part);
            if (!condition.Success)
            {
                return null;
            }

            if (condition.Groups["key"].Success)
            {
                args.Add(new Mark(condition.Groups["key"].Value, condition.Groups["value"].Value));
            }
            else
            {
                recipient = condition.Groups["value"].Value;
            }
        }

        return new ActivityQuery(args, recipient);
    }

    public bool MayMatch(MailEntry entry) => Args.All(entry.Marks.Contains);

    public bool Matches(DeliveredMail mail) =>
        (Recipient is null || mail.To.Contains(Recipient, StringComparer.OrdinalIgnoreCase))
        && Args.All(arg => mail.CustomArgs.TryGetValue(arg.Name, out var value) && string.Equals(value, arg.Value, StringComparison.Ordinal));

    [GeneratedRegex(@"\s+AND\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex And();

    [GeneratedRegex(
        """^\(?\s*(?:(?:unique_args|custom_args)\[\s*['"](?<key>[^'"]+)['"]\s*\]|to_email)\s*=\s*"(?<value>[^"]*)"\s*\)?$""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 2000)]
    private static partial Regex Condition();
}
