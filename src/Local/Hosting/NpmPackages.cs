namespace TechPlan.Local.Hosting;

/// <summary>Installs the repository's npm packages when they are not there.</summary>
internal static class NpmPackages
{
    private static readonly TimeSpan LockPollInterval = TimeSpan.FromMilliseconds(200);

    public static string AzuriteTable(string root) =>
        Path.Combine(root, "node_modules", "azurite", "dist", "src", "table", "main.js");

    public static async Task EnsureAsync(string root, AzuriteOptions options, CancellationToken cancellation)
    {
        if (AreComplete(root))
        {
            return;
        }

        var npm = NodeTools.FindNpm(options.SearchPath);
        using var alone = await LockAsync(root, cancellation);
        if (!AreComplete(root))
        {
            await InstallAsync(root, npm, options, cancellation);
        }
    }

    // npm writes the second file last, so an interrupted installation is not taken for a whole one.
    private static bool AreComplete(string root) =>
        File.Exists(AzuriteTable(root)) && File.Exists(Path.Combine(root, "node_modules", ".package-lock.json"));

    private static async Task InstallAsync(string root, string npm, AzuriteOptions options, CancellationToken cancellation)
    {
        options.Progress($"Installing the npm packages into {Path.Combine(root, "node_modules")} (npm ci, only this once) ...");
        var (exitCode, output) = await Command.RunAsync(
            npm, ["ci", "--no-audit", "--no-fund", "--loglevel=error"], root, options.SearchPath, cancellation);
        if (exitCode != 0 || !AreComplete(root))
        {
            var line = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault();
            throw new LocalSetupException(
                $"The npm packages could not be installed ({line ?? $"npm ended with {exitCode}"}); run 'npm ci' in {root} and start again.");
        }

        options.Progress("The npm packages are installed.");
    }

    // Test projects run at the same time, and two npm's in one folder undo each other's work.
    private static async Task<FileStream> LockAsync(string root, CancellationToken cancellation)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, ".local"));
        while (true)
        {
            try
            {
                return new FileStream(
                    Path.Combine(folder.FullName, "npm.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(LockPollInterval, cancellation);
            }
        }
    }
}
