using Microsoft.AspNetCore.Http;
using TechPlan.Local.Pages;

namespace TechPlan.Local.Mail.Inbox;

/// <summary>Where a person writes a mail to the app, or drops in a form or an .eml file.</summary>
internal static class WritePage
{
    public const string Path = "/local/write";

    /// <param name="problem">Why the mail was not sent; null before it is written.</param>
    public static IResult Show(string from, string to, string subject, string text, string? problem = null) => LocalPage.Show(
        "Write a mail",
        Path,
        Html.Of($"""
            {Problem(problem)}
            <p>The mail comes in as from somebody outside. The form to attach: <a href="/forms/mini-grant-request.docx">as a Word file</a> or <a href="/forms/mini-grant-request.pdf">as a PDF</a>.</p>
            <form class="card write" method="post" action="{Path}" enctype="multipart/form-data">
            <div class="fields">
            <p><label for="from">From</label><input id="from" name="from" type="email" value="{from}" autocomplete="off" spellcheck="false"></p>
            <p><label for="to">To</label><input id="to" name="to" type="email" value="{to}" required autocomplete="off" spellcheck="false"></p>
            </div>
            <p><label for="subject">Subject</label><input id="subject" name="subject" value="{subject}" autocomplete="off"></p>
            <p><label for="text">Text</label><textarea id="text" name="text" rows="8">{text}</textarea></p>
            <p><label for="files">Files</label><input id="files" name="files" type="file" multiple aria-describedby="files-help"></p>
            <p class="soft" id="files-help">A single .eml file is sent as it stands, whatever is written above it; everything else is attached.</p>
            <p class="actions"><button type="submit">Send</button></p>
            </form>
            """),
        problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);

    private static Html Problem(string? problem) => problem is null ? Html.Empty : Html.Of($"""<p class="card" role="alert">{problem}</p>""");
}
