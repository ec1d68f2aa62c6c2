namespace TechPlan.Local.Hosting;

/// <summary>Finds the folder that this repository was cloned to: the nearest at or above a given one that holds a package.json.</summary>
internal static class RepositoryRoot
{
    private static readonly Lazy<string> Here = new(() => TryFind(AppContext.BaseDirectory) ?? AppContext.BaseDirectory);

    /// <summary>The folder that this build comes from; the app's own where it runs outside of a clone.</summary>
    public static string OrAppFolder => Here.Value;

    /// <exception cref="LocalSetupException">There is no such folder.</exception>
    public static string Find(string startDirectory) =>
        TryFind(startDirectory) ?? throw new LocalSetupException(
            $"No package.json was found in or above {startDirectory}; run the app from a clone of its repository.");

    private static string? TryFind(string startDirectory)
    {
        for (var folder = new DirectoryInfo(startDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "package.json")))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
