using Microsoft.AspNetCore.Http;
using TechPlan.Local.Pages;

namespace TechPlan.Local.Mail.Inbox;

/// <summary>The list of mails, newest first.</summary>
internal static class InboxPage
{
    private const int PreviewLength = 160;

    public static IResult Show(InboxView view, string? sampleCommand) => LocalPage.Show(
        "Inbox",
        "/local",
        view.All == 0 ? Empty(sampleCommand) : Html.Of($"{SearchForm(view.Search)}{Folders(view)}{Results(view)}"));

    /// <summary>Worth their room only when there is a choice.</summary>
    private static Html Folders(InboxView view) => view.Folders.Count < 2
        ? Html.Empty
        : Html.Of($"<nav class=\"folders\" aria-label=\"Folders\"><ul>{Folder("All", "", view.Search)}{Html.Join(view.Folders.Select(name => Folder(name, name, view.Search)))}</ul></nav>");

    private static Html Folder(string text, string name, InboxSearch search)
    {
        var mark = string.Equals(name, search.Folder, StringComparison.OrdinalIgnoreCase) ? Html.Of($" aria-current=\"true\"") : Html.Empty;
        return Html.Of($"<li><a href=\"{(search with { Folder = name }).AddressOf(1)}\"{mark}>{text}</a></li>");
    }

    private static Html Empty(string? sampleCommand)
    {
        var command = sampleCommand is null
            ? Html.Of($"<p>Send the sample request as the quick start in the README shows, then come back.</p>")
            : Html.Of($"<p>Send the sample request, in a second terminal:</p><pre tabindex=\"0\"><code>{sampleCommand}</code></pre>");
        return Html.Of($"""
            <div class="card empty">
            <h2>No mail yet</h2>
            <p>Every mail that the app sends, by Microsoft Graph or by SendGrid, shows up here, with its links ready to be pressed.</p>
            {command}
            <p>Or <a href="/local/write">write a mail</a> to the app, with the form attached.</p>
            <p><a class="button" href="/local">Look again</a></p>
            </div>
            """);
    }

    private static Html SearchForm(InboxSearch search) => Html.Of($"""
        <form class="card" role="search" aria-label="Mails" action="/local" method="get">
        <div class="fields">
        <div><label for="to">Recipient</label><input id="to" name="to" value="{search.To}" autocomplete="off" spellcheck="false" inputmode="email"></div>
        <div><label for="q">Words in the mail</label><input id="q" name="q" value="{search.Words}" autocomplete="off"></div>
        <div class="actions"><button>Search</button>{Clear(search)}</div>
        </div>
        </form>
        """);

    private static Html Clear(InboxSearch search) =>
        search.IsNarrowed ? Html.Of($"<a href=\"/local\">Show all</a>") : Html.Empty;

    private static Html Results(InboxView view) => view.Mails.Count == 0
        ? Html.Of($"<p class=\"found\" role=\"status\">No mail matches. <a href=\"/local\">Show all {view.All}</a></p>")
        : Html.Of($"""
            <p class="found soft" role="status">{Count(view)}</p>
            <ol class="mails" reversed>
            {Html.Join(view.Mails.Select(Row))}
            </ol>
            {Paging(view)}
            """);

    private static Html Count(InboxView view)
    {
        var mails = view.Found == 1 ? "mail" : "mails";
        var page = view.Pages > 1 ? Html.Of($", page {view.Search.Page} of {view.Pages}") : Html.Empty;
        return view.Search.IsNarrowed
            ? Html.Of($"{view.Found} of {view.All} mails match{page}. Newest first.")
            : Html.Of($"{view.Found} {mails}{page}. Newest first.");
    }

    private static Html Row(DeliveredMail mail) => Html.Of($"""
        <li class="card mail">
        <p class="to">{Other(mail)}</p>
        <p class="about"><a href="/local/mail/{mail.Id}"><bdi>{MailPage.Subject(mail)}</bdi></a><span class="preview soft" dir="auto">{Preview(mail)}</span></p>
        <p class="facts soft">{MailPage.Carrier(mail)} {MailPage.Time(mail.SentAt)}</p>
        </li>
        """);

    /// <summary>Whom the mail went to, or who sent it in.</summary>
    private static Html Other(DeliveredMail mail) => mail.Folder is null
        ? Html.Of($"<span class=\"soft\">To </span><bdi>{string.Join(", ", mail.To)}</bdi>")
        : Html.Of($"<span class=\"soft\">From </span><bdi>{(mail.From.Length > 0 ? mail.From : "nobody")}</bdi>");

    private static string Preview(DeliveredMail mail)
    {
        var text = mail.Text.ReplaceLineEndings(" ");
        return text.Length > PreviewLength ? text[..PreviewLength] : text;
    }

    private static Html Paging(InboxView view)
    {
        if (view.Pages == 1)
        {
            return Html.Empty;
        }

        var page = view.Search.Page;
        var newer = page > 1 ? Html.Of($"<a class=\"button\" rel=\"prev\" href=\"{view.Search.AddressOf(page - 1)}\">Newer</a>") : Html.Empty;
        var older = page < view.Pages ? Html.Of($"<a class=\"button\" rel=\"next\" href=\"{view.Search.AddressOf(page + 1)}\">Older</a>") : Html.Empty;
        return Html.Of($"<nav class=\"actions paging\" aria-label=\"Pages of the inbox\">{newer}{older}</nav>");
    }
}
