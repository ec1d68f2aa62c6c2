using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace TechPlan.Local.Hosting;

/// <summary>The "Values" of local.settings.json, or of the sample that comes with the project when there is no such file.</summary>
internal static class LocalSettings
{
    private const string ValuesSection = "Values";
    private const string PortPlaceholder = $"%{LocalPort.Setting}%";
    private static readonly string[] FileNames = ["local.settings.json", "local.settings.sample.json"];

    /// <param name="given">The environment and the command line: when they name another port, <c>%Local:Port%</c> in the file follows.</param>
    /// <exception cref="LocalSetupException">The file is no JSON.</exception>
    public static void AddLocalSettings(this IConfigurationBuilder configuration, IConfiguration given)
    {
        var folders = new[] { RepositoryRoot.OrAppFolder, AppContext.BaseDirectory };
        var file = FileNames.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
        if (file is not null)
        {
            configuration.AddInMemoryCollection(WithPort(Read(file), given[LocalPort.Setting]));
        }
    }

    private static IEnumerable<KeyValuePair<string, string?>> WithPort(List<KeyValuePair<string, string?>> settings, string? given)
    {
        var port = given
            ?? settings.Find(setting => string.Equals(setting.Key, LocalPort.Setting, StringComparison.OrdinalIgnoreCase)).Value
            ?? LocalPort.Default.Number.ToString(CultureInfo.InvariantCulture);
        return settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value?.Replace(PortPlaceholder, port, StringComparison.OrdinalIgnoreCase)));
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
