namespace TechPlan.Local.Hosting;

/// <summary>The checked-out project that this build comes from: the nearest folder above it with a package.json.</summary>
internal static class ProjectRoot
{
    private static readonly Lazy<string> Found = new(Find);

    /// <summary>The project's folder, or the app's own when it runs outside of a project.</summary>
    public static string Path => Found.Value;

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "package.json")))
            {
                return folder.FullName;
            }
        }

        return AppContext.BaseDirectory;
    }
}
