using Azure;
using Azure.Identity;
using TechPlan.Functions.Directory;
using TechPlan.Functions.Mailbox.Watch;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Health;

/// <summary>
/// Looks after storage, the district's lists and the mailbox. The settings were checked at start: an app with a wrong one does not answer at all.
/// </summary>
public sealed class HealthChecker(OfficeTaskTable officeTasks, DirectoryCache directory, IMailboxUpkeep mailbox)
{
    /// <summary>Load balancers and monitors ask often; within this time they get the same answer.</summary>
    private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan LongWait = TimeSpan.FromHours(1);

    private volatile Entry? _last;

    internal async Task<HealthReport> CheckAsync(CancellationToken cancellation)
    {
        if (_last is { } last && Environment.TickCount64 - last.At < MaxAge.TotalMilliseconds)
        {
            return last.Report;
        }

        var report = await LookAsync(cancellation);
        _last = new Entry(report, Environment.TickCount64);
        return report;
    }

    private async Task<HealthReport> LookAsync(CancellationToken cancellation)
    {
        var settings = new HealthCheck("configuration", true, null);
        try
        {
            var lists = directory.GetAsync(cancellation).AsTask();
            var tasks = await officeTasks.ListAsync(cancellation);
            var standing = await mailbox.StandingAsync(cancellation);
            return new HealthReport([settings, new HealthCheck("storage", true, null), Lists(await lists), Mail(standing)], tasks);
        }
        catch (Exception e) when (StorageOutage.Is(e) && !cancellation.IsCancellationRequested)
        {
            return new HealthReport([settings, new HealthCheck("storage", false, Describe(e))], null);
        }
    }

    private static string Describe(Exception outage) => outage switch
    {
        RequestFailedException { Status: > 0 } e => $"Table Storage answered {e.Status} ({e.ErrorCode}).",
        AuthenticationFailedException => "The app's identity gets no token for Table Storage.",
        _ => "Table Storage does not answer.",
    };

    /// <summary>An app without lists works as it should, but refuses every request: the office is told, the monitor is not.</summary>
    private static HealthCheck Lists(DirectorySnapshot snapshot) => new(
        "directory", true, snapshot.District.Schools.Any() ? null : "No schools have been imported yet, so every request is refused.");

    /// <summary>Mail that waits for long waits in vain; notifications that do not come only make it wait for the next look.</summary>
    private static HealthCheck Mail(MailboxStanding standing) => new(
        "mailbox",
        standing.LongestWait is null || standing.LongestWait < LongWait,
        standing switch
        {
            { LongestWait: { } wait } when wait >= LongWait => $"A mail has waited for {(int)wait.TotalMinutes} minutes to be handled; the log says why.",
            { IsRead: false } => null,
            { IsSwept: false } => "The inbox cannot be looked through; the log says why.",
            { IsWatched: false } => "Microsoft Graph does not tell of new mail, so it is found every ten minutes only; the log says why.",
            _ => null,
        });

    private sealed record Entry(HealthReport Report, long At);
}
