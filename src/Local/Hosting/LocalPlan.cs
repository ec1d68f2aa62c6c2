using Microsoft.Extensions.Configuration;

namespace TechPlan.Local.Hosting;

/// <summary>All that the app's code and the settings say of a run, read and checked before anything is started.</summary>
internal sealed record LocalPlan(
    IReadOnlyList<LocalFunction> Functions,
    IReadOnlyList<TimerFunction> Timers,
    IReadOnlyList<FirstStartRequest> FirstStart,
    HostJson HostJson,
    LocalPort Port,
    string? SampleCommand = null)
{
    public static LocalPlan Empty { get; } = new([], [], [], HostJson.Default, LocalPort.Default);

    /// <exception cref="LocalSetupException">Something in it cannot be run.</exception>
    public static LocalPlan Read(IEnumerable<Type> types, IConfiguration settings)
    {
        var functions = FunctionDiscovery.Find(types);
        return new LocalPlan(
            functions,
            TimerFunctions.From(functions, settings),
            FirstStartRequest.Read(settings),
            HostJson.Read(settings),
            LocalPort.Read(settings),
            settings["Local:SampleCommand"]);
    }
}
