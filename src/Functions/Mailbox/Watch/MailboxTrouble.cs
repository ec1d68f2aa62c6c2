using Azure;
using Microsoft.Extensions.Logging;
using TechPlan.Functions.Mailbox.Handling;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Mailbox.Watch;

/// <summary>Keeps what goes wrong with the mailbox from going unnoticed: the log says it each time, and after a day the office has a task.</summary>
internal sealed class MailboxTrouble(MailboxState state, OfficeTaskTable officeTasks, TimeProvider clock, ILogger<MailboxTrouble> log)
{
    /// <summary>The subscription cannot be made or renewed: mail is found by the sweep alone.</summary>
    public const string NotWatched = "mailbox-not-watched";

    /// <summary>The inbox cannot be looked through: mail is found by notifications alone.</summary>
    public const string NotSwept = "mailbox-not-swept";

    private const string RowPrefix = "trouble|";

    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    /// <summary>Does something with the mailbox, and notes how it went.</summary>
    /// <param name="kind">What is the matter while it fails.</param>
    /// <returns>Whether it succeeded. Trouble with storage is thrown, as there is nowhere to note it.</returns>
    public async Task<bool> WatchOverAsync(string kind, Func<Task> act, CancellationToken cancellation)
    {
        try
        {
            await act();
            await ClearAsync(kind, cancellation);
            return true;
        }
        catch (Exception problem) when (problem is not RequestFailedException && !cancellation.IsCancellationRequested)
        {
            var reason = Setbacks.Of(problem, clock.GetUtcNow()).Reason;
            log.LogWarning(problem, "The mailbox makes trouble: {Kind} ({Reason}).", kind, reason);
            await NoteAsync(kind, reason, cancellation);
            return false;
        }
    }

    /// <summary>Since when a kind of trouble lasts; null when there is none.</summary>
    public async Task<DateTimeOffset?> SinceAsync(string kind, CancellationToken cancellation) =>
        (await state.FindAsync(RowPrefix + kind, cancellation))?.GetDateTimeOffset("Since");

    private async Task NoteAsync(string kind, string reason, CancellationToken cancellation)
    {
        var since = await SinceAsync(kind, cancellation) ?? clock.GetUtcNow();
        var row = state.NewRow(RowPrefix + kind);
        (row["Since"], row["Reason"]) = (since, reason);
        await state.KeepAsync(row, cancellation);
        if (clock.GetUtcNow() - since >= Patience)
        {
            await officeTasks.AddAsync(TaskOf(kind, since), cancellation);
        }
    }

    /// <summary>What has passed by itself is nothing for a person to look after.</summary>
    private async Task ClearAsync(string kind, CancellationToken cancellation)
    {
        if (await state.FindAsync(RowPrefix + kind, cancellation) is { } row)
        {
            await state.RemoveAsync(row, cancellation);
            await officeTasks.CloseAsync(TaskOf(kind, clock.GetUtcNow()).Reference, cancellation);
        }
    }

    private static OfficeTask TaskOf(string kind, DateTimeOffset since) => new(null, kind, "mailbox", since);
}
