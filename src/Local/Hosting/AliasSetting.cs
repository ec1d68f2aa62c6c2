using Microsoft.Extensions.Configuration;
using TechPlan.Local.Mail;

namespace TechPlan.Local.Hosting;

/// <summary><c>Local:MailboxAliases</c>: pairs such as <c>requests@example.org=mini-grants@example.org</c>, separated by blanks or commas.</summary>
internal static class AliasSetting
{
    private const string Name = "Local:MailboxAliases";

    /// <exception cref="LocalSetupException">A pair is none, or an alias is given twice.</exception>
    public static IReadOnlyDictionary<string, string> Read(IConfiguration settings)
    {
        var aliases = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in (settings[Name] ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            if (pair.Split('=') is not [var alias, var mailbox] || !MailText.IsAddress(alias) || !MailText.IsAddress(mailbox))
            {
                throw new LocalSetupException($"{Name} has '{pair}'; write alias=mailbox, both as mail addresses.");
            }

            if (!aliases.TryAdd(alias, mailbox))
            {
                throw new LocalSetupException($"{Name} names '{alias}' twice; an alias belongs to one mailbox.");
            }
        }

        return aliases;
    }
}
