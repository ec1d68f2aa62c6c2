using Microsoft.Extensions.Configuration;

namespace TechPlan.Local.Hosting;

/// <summary>All that the app's code and the settings say of a run, read and checked before anything is started.</summary>
internal sealed record LocalPlan(
    IReadOnlyList<LocalFunction> Functions,
    IReadOnlyList<TimerFunction> Timers,
    IReadOnlyList<FirstStartRequest> FirstStart,
    HostJson HostJson,
    LocalPort Port,
    string? SampleCommand = null,
    IReadOnlyList<string>? Mailboxes = null,
    IReadOnlyDictionary<string, string>? MailboxAliases = null,
    string? SendGridKey = null)
{
    /// <summary>The setting that names the storage of the app and of the host.</summary>
    public const string StorageSetting = "AzureWebJobsStorage";

    public static LocalPlan Empty { get; } = new([], [], [], HostJson.Default, LocalPort.Default);

    /// <exception cref="LocalSetupException">Something in it cannot be run.</exception>
    public static LocalPlan Read(IEnumerable<Type> types, IConfiguration settings)
    {
        var functions = FunctionDiscovery.Find(types);
        if (functions.FirstOrDefault(DurableFunctions.IsDurable) is { } durable && string.IsNullOrWhiteSpace(settings[StorageSetting]))
        {
            throw new LocalSetupException(
                $"Function '{durable.Name}' is durable, and {StorageSetting} names no storage; set it to 'UseDevelopmentStorage=true'.");
        }

        return new LocalPlan(
            functions,
            TimerFunctions.From(functions, settings),
            FirstStartRequest.Read(settings),
            HostJson.Read(settings),
            LocalPort.Read(settings),
            settings["Local:SampleCommand"],
            (settings["Local:Mailboxes"] ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries),
            AliasSetting.Read(settings),
            settings["Local:SendGridKey"]);
    }
}
