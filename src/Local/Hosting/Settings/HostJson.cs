using Microsoft.Extensions.Configuration;

namespace TechPlan.Local.Hosting;

/// <summary>What the local run needs of host.json. Settings named AzureFunctionsJobHost:... override the file, as on the Functions host.</summary>
/// <param name="RoutePrefix">What comes before every function's route; may be empty.</param>
/// <param name="HubName">The durable task hub: the first part of the names of the engine's tables.</param>
/// <param name="DefaultVersion">The version new orchestrations start with, or null for none.</param>
internal sealed record HostJson(string RoutePrefix, string HubName, string? DefaultVersion)
{
    /// <summary>What the Functions host assumes where the file is silent.</summary>
    public static HostJson Default { get; } = new("api", "TestHubName", DefaultVersion: null);

    /// <exception cref="LocalSetupException">The file is no JSON.</exception>
    public static HostJson Read(IConfiguration settings)
    {
        var file = Load(Path.Combine(AppContext.BaseDirectory, "host.json"));
        string? Value(string key) => settings[$"AzureFunctionsJobHost:extensions:{key}"] ?? file[$"extensions:{key}"];
        return new HostJson(
            Value("http:routePrefix") ?? Default.RoutePrefix,
            Value("durableTask:hubName") ?? Default.HubName,
            Value("durableTask:defaultVersion"));
    }

    private static IConfiguration Load(string path)
    {
        if (!File.Exists(path))
        {
            return new ConfigurationManager();
        }

        try
        {
            using var content = File.OpenRead(path);
            return new ConfigurationBuilder().AddJsonStream(content).Build();
        }
        catch (FormatException e)
        {
            throw new LocalSetupException($"{path} cannot be read: {e.InnerException?.Message ?? e.Message}", e);
        }
    }
}
