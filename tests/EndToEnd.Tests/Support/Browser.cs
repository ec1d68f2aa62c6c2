using Microsoft.Playwright;

namespace TechPlan.EndToEnd.Tests.Support;

/// <summary>A real browser: the machine's Chromium, Chrome or Edge, or the one that Playwright fetches when there is none.</summary>
internal static class Browser
{
    private static readonly string[] Installed =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    public static async Task<IBrowser> LaunchAsync(IPlaywright playwright)
    {
        var path = Installed.FirstOrDefault(File.Exists);
        if (path is null)
        {
            Console.WriteLine("No browser found; Playwright fetches one ...");
            Microsoft.Playwright.Program.Main(["install", "chromium"]);
        }

        return await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            // Containers and build machines run as root, where Chromium's sandbox does not start.
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }
}
