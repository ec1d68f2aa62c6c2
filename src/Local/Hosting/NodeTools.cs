using System.Globalization;

namespace TechPlan.Local.Hosting;

/// <summary>Finds node and npm and checks that they will do.</summary>
internal static class NodeTools
{
    private const int OldestNode = 20;

    public static async Task<string> FindNodeAsync(string searchPath, CancellationToken cancellation)
    {
        var node = Find("node", searchPath)
            ?? throw new LocalSetupException(
                $"Node.js was not found; install Node.js {OldestNode} or later from https://nodejs.org and start again.");
        var (exitCode, output) = await Command.RunAsync(node, ["--version"], Environment.CurrentDirectory, searchPath, cancellation);
        var version = output.Trim().TrimStart('v');
        if (exitCode != 0 || !int.TryParse(version.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major))
        {
            throw new LocalSetupException($"{node} could not tell its version; see what 'node --version' says and put that right first.");
        }

        return major >= OldestNode
            ? node
            : throw new LocalSetupException(
                $"Node.js {version} is too old; install Node.js {OldestNode} or later from https://nodejs.org and start again.");
    }

    public static string FindNpm(string searchPath) =>
        Find("npm", searchPath)
        ?? throw new LocalSetupException("npm was not found beside Node.js; install it (https://nodejs.org brings it along) and start again.");

    private static string? Find(string name, string searchPath)
    {
        string[] names = OperatingSystem.IsWindows() ? [name + ".exe", name + ".cmd"] : [name];
        return searchPath
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => names.Select(x => Path.Combine(folder, x)))
            .FirstOrDefault(File.Exists);
    }
}
