using System.Text;
using Microsoft.AspNetCore.Http;

namespace TechPlan.Local.Pages;

/// <summary>The shell of the pages that a local run adds beside the app: one look, one navigation, no scripts.</summary>
public static class LocalPage
{
    // Scripts, forms to elsewhere and framing are all shut out; images are allowed inline only, so reading a mail calls nobody.
    private const string Policy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'; form-action 'self'; frame-ancestors 'none'";

    private static readonly Html Style = Html.Trusted(ReadStyle());

    /// <param name="title">The page's title and, as the page shows it, its first heading.</param>
    /// <param name="current">The address of the navigation entry that the page belongs to, such as <c>/local</c>.</param>
    /// <param name="main">What follows the heading.</param>
    /// <param name="status">The answer's status.</param>
    public static IResult Show(string title, string current, Html main, int status = StatusCodes.Status200OK) =>
        new PageResult(Layout(title, current, main).ToString(), status);

    private static Html Layout(string title, string current, Html main) => Html.Of($"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{title} - TechPlan local</title>
        <link rel="icon" href="data:,">
        <style>{Style}</style>
        </head>
        <body>
        <a class="skip" href="#main">Skip to content</a>
        <header class="top">
        <p class="brand">TechPlan <span>local</span></p>
        <nav aria-label="Local pages"><ul>{Navigation(current)}</ul></nav>
        </header>
        <aside class="stand-in" aria-label="About these pages"><strong>This is a local stand-in.</strong> No mail leaves this machine, and time moves when you say so.</aside>
        <main id="main" tabindex="-1">
        <h1 dir="auto">{title}</h1>
        {main}
        </main>
        </body>
        </html>
        """);

    private static Html Navigation(string current) => Html.Join(
    [
        Entry("/local", "Inbox", current),
        Entry("/local/write", "Write", current),
        Entry("/local/clock", "Clock", current),
        Entry("/", "App", current),
    ]);

    private static Html Entry(string address, string name, string current)
    {
        var mark = string.Equals(address, current, StringComparison.Ordinal) ? Html.Of($" aria-current=\"page\"") : Html.Empty;
        return Html.Of($"<li><a href=\"{address}\"{mark}>{name}</a></li>");
    }

    private static string ReadStyle()
    {
        using var stream = typeof(LocalPage).Assembly.GetManifestResourceStream("TechPlan.Local.Pages.local.css")
            ?? throw new InvalidOperationException("The style sheet local.css is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private sealed class PageResult(string markup, int status) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.StatusCode = status;
            response.ContentType = "text/html; charset=utf-8";
            response.Headers.ContentSecurityPolicy = Policy;
            response.Headers.XContentTypeOptions = "nosniff";
            response.Headers.CacheControl = "no-store";
            return response.WriteAsync(markup, Encoding.UTF8, httpContext.RequestAborted);
        }
    }
}
