using Microsoft.Extensions.Configuration;

namespace TechPlan.Local.Hosting;

/// <summary>The "Values" of local.settings.json, or of the sample that comes with the project when there is no such file.</summary>
internal static class LocalSettings
{
    private const string ValuesSection = "Values";
    private static readonly string[] FileNames = ["local.settings.json", "local.settings.sample.json"];

    /// <exception cref="LocalSetupException">The file is no JSON.</exception>
    public static void AddLocalSettings(this IConfigurationBuilder configuration)
    {
        var folders = new[] { RepositoryRoot.OrAppFolder, AppContext.BaseDirectory };
        var file = FileNames.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
        if (file is not null)
        {
            configuration.AddInMemoryCollection(Read(file));
        }
    }

    private static List<KeyValuePair<string, string?>> Read(string path)
    {
        try
        {
            using var content = File.OpenRead(path);
            var values = new ConfigurationBuilder().AddJsonStream(content).Build().GetSection(ValuesSection);
            return values.AsEnumerable(makePathsRelative: true).Select(AsEnvironmentVariable).ToList();
        }
        catch (FormatException e)
        {
            throw new LocalSetupException($"{path} cannot be read: {e.InnerException?.Message ?? e.Message}", e);
        }
    }

    /// <summary>Values become environment variables on the Functions host, where two underscores stand for a colon.</summary>
    private static KeyValuePair<string, string?> AsEnvironmentVariable(KeyValuePair<string, string?> setting) =>
        new(setting.Key.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal), setting.Value);
}
