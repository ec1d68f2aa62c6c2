using System.Globalization;
using Microsoft.AspNetCore.Http;
using TechPlan.Local.Pages;

namespace TechPlan.Local.Mail.Inbox;

/// <summary>One mail: who, when, its links to press, its HTML in a frame without rights, its text.</summary>
internal static class MailPage
{
    // A link pressed in the frame opens the whole page, as it would from a mail program; the mail's own styles stay inside.
    private const string FrameStart = "<base target=\"_top\">";

    public static IResult Show(DeliveredMail mail) => LocalPage.Show(
        Subject(mail),
        "/local",
        Html.Of($"""
            <p><a href="/local">Back to the inbox</a></p>
            <dl class="card head">
            <dt>From</dt><dd><bdi>{mail.From}</bdi></dd>
            <dt>To</dt><dd>{Recipients(mail)}</dd>
            <dt>{(mail.Folder is null ? "Sent" : "Received")}</dt><dd>{Time(mail.SentAt)} {Carrier(mail)}</dd>
            {Files(mail)}
            </dl>
            {Marks(mail)}
            <section aria-labelledby="links"><h2 id="links">Links in this mail</h2>{Links(mail)}</section>
            {HtmlVersion(mail)}
            <section aria-labelledby="text"><h2 id="text">Text</h2><pre class="card" dir="auto">{mail.Text}</pre></section>
            """));

    public static IResult Missing() => LocalPage.Show(
        "No such mail",
        "/local",
        Html.Of($"<p>There is no mail at this address. It may belong to an earlier run whose data was removed. <a href=\"/local\">Back to the inbox</a></p>"),
        StatusCodes.Status404NotFound);

    public static string Subject(DeliveredMail mail) => string.IsNullOrWhiteSpace(mail.Subject) ? "(no subject)" : mail.Subject;

    public static Html Carrier(DeliveredMail mail) =>
        Html.Of($"<span class=\"carrier\"><span class=\"sr\">{(mail.Folder is null ? "by " : "in ")}</span>{(mail.Folder ?? (mail.Carrier is Carriers.Graph ? "Graph" : "SendGrid"))}</span>");

    public static Html Time(DateTimeOffset instant)
    {
        var machine = instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var person = instant.UtcDateTime.ToString("MMM d, yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);
        return Html.Of($"<time datetime=\"{machine}\">{person}</time>");
    }

    private static Html Recipients(DeliveredMail mail) => Html.Join(mail.To.Select((address, at) =>
        Html.Of($"{(at == 0 ? "" : ", ")}<a href=\"/local?to={Uri.EscapeDataString(address)}\"><bdi>{address}</bdi></a>")));

    private static Html Files(DeliveredMail mail) => mail.Files.Count == 0
        ? Html.Empty
        : Html.Of($"<dt>Files</dt><dd>{Html.Join(mail.Files.Select((file, at) => Html.Of($"{(at == 0 ? "" : ", ")}<a href=\"/local/mail/{mail.Id}/files/{file.Id}\"><bdi>{file.Name}</bdi></a>")))}</dd>");

    private static Html Marks(DeliveredMail mail)
    {
        var marks = mail.CustomArgs.Concat(mail.Headers).Select(mark => Html.Of($"<dt>{mark.Key}</dt><dd><bdi>{mark.Value}</bdi></dd>")).ToList();
        return marks.Count == 0
            ? Html.Empty
            : Html.Of($"<details><summary>Custom arguments and headers</summary><dl class=\"card head\">{Html.Join(marks)}</dl></details>");
    }

    private static Html Links(DeliveredMail mail) => mail.Links.Count == 0
        ? Html.Of($"<p class=\"soft\">None.</p>")
        : Html.Of($"<ul class=\"card links\">{Html.Join(mail.Links.Select(link => Html.Of($"<li><a href=\"{link}\" rel=\"noreferrer\">{link}</a></li>")))}</ul>");

    private static Html HtmlVersion(DeliveredMail mail) => mail.Html is null
        ? Html.Empty
        : Html.Of($"""
            <section aria-labelledby="html"><h2 id="html">As it looks</h2>
            <iframe class="frame" title="The mail as it looks" srcdoc="{FrameStart + mail.Html}"
             sandbox="allow-top-navigation-by-user-activation allow-popups allow-popups-to-escape-sandbox"></iframe></section>
            """);
}
