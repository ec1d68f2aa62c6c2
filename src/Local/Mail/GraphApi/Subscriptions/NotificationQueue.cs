using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using TechPlan.Local.Hosting;

namespace TechPlan.Local.Mail.GraphApi.Subscriptions;

/// <summary>
/// Notifications on their way. Each is posted in the background and again, at growing intervals, until it is taken; what is
/// still waiting when the process ends is lost, as some are at Graph: that is what a delta is for.
/// </summary>
internal sealed class NotificationQueue(NotificationClient client) : IMovedByTheClock, IAsyncDisposable
{
    private const int Tries = 10;
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _ended = new();
    private readonly ConcurrentDictionary<Task, bool> _firstTries = new();
    private int _posted;

    /// <summary>How many were taken so far.</summary>
    public int Posted => Volatile.Read(ref _posted);

    public DateTimeOffset? NextDue => null;

    public void Post(string address, JsonObject notification)
    {
        var first = PostOnceAsync(address, notification);
        _firstTries[first] = true;
        _ = GoOnAsync(first, address, notification);
    }

    public Task FireDueAsync(DateTimeOffset now, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>An address that does not answer holds nobody up beyond its first chance.</summary>
    public Task WhenIdleAsync(CancellationToken cancellation) => Task.WhenAll(_firstTries.Keys).WaitAsync(cancellation);

    /// <summary>Known as two services, it is disposed of twice.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_ended.IsCancellationRequested)
        {
            await _ended.CancelAsync();
            _ended.Dispose();
        }
    }

    private async Task GoOnAsync(Task<bool> first, string address, JsonObject notification)
    {
        try
        {
            var isTaken = await first;
            _firstTries.TryRemove(first, out _);
            for (var tried = 1; !isTaken && tried < Tries; tried++)
            {
                await Task.Delay(Wait(tried), _ended.Token);
                isTaken = await PostOnceAsync(address, notification);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or ObjectDisposedException)
        {
            // The process is ending.
            _firstTries.TryRemove(first, out _);
        }
    }

    private async Task<bool> PostOnceAsync(string address, JsonObject notification)
    {
        // Not on the caller's time: who delivers a mail does not wait for those who hear of it.
        await Task.Yield();
        var isTaken = await client.PostAsync(address, notification, _ended.Token);
        Interlocked.Add(ref _posted, isTaken ? 1 : 0);
        return isTaken;
    }

    private static TimeSpan Wait(int tried) => TimeSpan.FromTicks(Math.Min(LongestWait.Ticks, FirstWait.Ticks << tried));
}
