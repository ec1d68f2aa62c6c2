namespace TechPlan.Local.Hosting;

/// <summary>Finds the folder that this repository was cloned to.</summary>
internal static class RepositoryRoot
{
    /// <summary>The nearest folder at or above <paramref name="startDirectory"/> that holds a package.json.</summary>
    public static string Find(string startDirectory)
    {
        for (var folder = new DirectoryInfo(startDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "package.json")))
            {
                return folder.FullName;
            }
        }

        throw new LocalSetupException(
            $"No package.json was found in or above {startDirectory}; run the app from a clone of its repository.");
    }
}
