namespace TechPlan.Local.Hosting;

internal static class ReadyMessage
{
    /// <summary>What a person sees when everything is up: where things are, and what to do next.</summary>
    public static string For(Uri app) => $"""

          The app is running at {At(app, "/")}

            Inbox   {At(app, "/local")}         every mail it sends, with its links
            Clock   {At(app, ClockEndpoints.Path)}   moves time on

          Next: open the app's address in a browser. Ctrl+C stops everything.

        """;

    private static string At(Uri app, string path) => new Uri(app, path).AbsoluteUri;
}
