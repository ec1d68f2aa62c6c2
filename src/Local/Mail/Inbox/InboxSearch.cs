using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace TechPlan.Local.Mail.Inbox;

/// <summary>What a reader of the inbox asks for.</summary>
/// <param name="To">Part of a recipient's address; empty for all.</param>
/// <param name="Words">Words that must all occur in the mail; empty for all.</param>
/// <param name="Folder">The folder of a mail that came in, or <see cref="Sent"/>; empty for all.</param>
/// <param name="Page">From 1.</param>
internal sealed record InboxSearch(string To, string Words, string Folder, int Page)
{
    public const string Sent = "Sent";

    public bool IsNarrowed => To.Length > 0 || Words.Length > 0 || Folder.Length > 0;

    public static InboxSearch Read(IQueryCollection query) => new(
        query["to"].ToString().Trim(),
        query["q"].ToString().Trim(),
        query["folder"].ToString().Trim(),
        int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1);

    /// <summary>The address of another page of the same search.</summary>
    public string AddressOf(int page)
    {
        var options = new List<KeyValuePair<string, string?>>();
        Add(options, "to", To);
        Add(options, "q", Words);
        Add(options, "folder", Folder);
        Add(options, "page", page == 1 ? "" : page.ToString(CultureInfo.InvariantCulture));
        return "/local" + QueryString.Create(options);
    }

    public bool Matches(ListedMail mail)
    {
        var summary = mail.Summary;
        if (Folder.Length > 0 && !string.Equals(summary.Folder ?? Sent, Folder, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        if (To.Length > 0 && !summary.To.Any(address => Contains(address, To)))
        {
            return false;
        }

        var words = Words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var head = string.Join('\n', [summary.Subject, summary.From, .. summary.To]);
        return words.All(word => Contains(head, word)) || (words.Length > 0 && BodyMatches(mail, head, words));
    }

    /// <summary>The body is unpacked only for mails that what is at hand does not settle.</summary>
    private static bool BodyMatches(ListedMail mail, string head, string[] words)
    {
        var whole = mail.Delivered();
        return words.All(word => Contains(head, word) || Contains(whole.Text, word));
    }

    private static bool Contains(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static void Add(List<KeyValuePair<string, string?>> options, string name, string value)
    {
        if (value.Length > 0)
        {
            options.Add(new(name, value));
        }
    }
}
