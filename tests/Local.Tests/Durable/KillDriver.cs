using System.Collections.Concurrent;
using Microsoft.DurableTask;
using TechPlan.Local.Durable;
using TechPlan.Local.Tests.Durable.Stores;

namespace TechPlan.Local.Tests.Durable;

/// <summary>
/// Plays a random history of starts, events, passing time and kills against one store. Each instance notes its events one by one
/// over ContinueAsNew, with a timer beside each wait and an activity that fails now and then, until it is told to end.
/// </summary>
internal sealed class KillDriver(int seed, IHistoryStore store, int longestLife) : IAsyncDisposable
{
    public const string End = "end";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Random _random = new(seed);
    private readonly EngineFixture _engine = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> _noted = new();
    private MortalStore _mortal = null!;
    private bool _immortal;
    private int _notes;

    /// <summary>What was raised, by instance, in order; every call of it has returned.</summary>
    public Dictionary<string, List<string>> Raised { get; } = [];

    public int Kills { get; private set; }

    /// <summary>What an instance has noted, each event where it was noted first.</summary>
    public IEnumerable<string> Noted(string id) => _noted[id].Distinct();

    public async Task StartAsync()
    {
        _engine
            .Orchestrator("note", NoteAsync)
            .Activity<Note>("note", note =>
            {
                if (Interlocked.Increment(ref _notes) % 7 == 0)
                {
                    throw new TimeoutException("busy");
                }

                _noted.GetOrAdd(note.Id, _ => new()).Enqueue(note.Event);
                return Task.FromResult<object?>(null);
            });
        await ReviveAsync();
    }

    public async Task PlayAsync(int instances, int steps)
    {
        foreach (var id in Enumerable.Range(0, instances).Select(number => $"grant-{number}"))
        {
            Raised.Add(id, []);
            await UntilDoneAsync(() => ScheduleAsync(id));
        }

        for (var step = 0; step < steps; step++)
        {
            var id = $"grant-{_random.Next(instances)}";
            await (_random.Next(5) == 0
                ? UntilDoneAsync(() => _engine.MoveAsync(TimeSpan.FromMinutes(_random.Next(1, 90))))
                : RaiseAsync(id, $"event-{step}"));
        }
    }

    /// <summary>Tells all to end and lets them, in a process that is not killed any more.</summary>
    public async Task FinishAsync()
    {
        foreach (var id in Raised.Keys)
        {
            await RaiseAsync(id, End);
        }

        _immortal = true;
        await ReviveAsync();
        foreach (var id in Raised.Keys)
        {
            while ((await _engine.StateOfAsync(id)).IsRunning)
            {
                await _engine.MoveAsync(TimeSpan.FromMinutes(5));
            }
        }
    }

    public Task<Microsoft.DurableTask.Client.OrchestrationMetadata> StateOfAsync(string id) => _engine.StateOfAsync(id);

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    private static async Task<object?> NoteAsync(TaskOrchestrationContext context)
    {
        using var stopTimer = new CancellationTokenSource();
        using var stopWaiting = new CancellationTokenSource();
        var waiting = context.WaitForExternalEvent<string>("e", stopWaiting.Token);
        var timer = context.CreateTimer(TimeSpan.FromHours(1), stopTimer.Token);
        if (await Task.WhenAny(waiting, timer) == timer)
        {
            stopWaiting.Cancel();
            context.ContinueAsNew(context.GetInput<int>());
            return null;
        }

        stopTimer.Cancel();
        var noted = new Note(context.InstanceId, await waiting);
        await context.CallActivityAsync("note", noted, TaskOptions.FromRetryPolicy(new(20, TimeSpan.FromMinutes(1))));
        if (!string.Equals(noted.Event, End, StringComparison.Ordinal))
        {
            context.ContinueAsNew(context.GetInput<int>() + 1);
        }

        return context.GetInput<int>();
    }

    private async Task RaiseAsync(string id, string name)
    {
        await UntilDoneAsync(async () =>
        {
            try
            {
                await _engine.Client.RaiseEventAsync(id, "e", name);
            }
            catch (InvalidOperationException) when (string.Equals(name, End, StringComparison.Ordinal))
            {
                // A call that a kill has cut off has ended the instance already.
            }
        });
        Raised[id].Add(name);
    }

    private async Task ScheduleAsync(string id)
    {
        if (await _engine.Client.GetInstanceAsync(id) is null)
        {
            await _engine.ScheduleAsync("note", 0, id);
        }
    }

    /// <summary>Does it, again after each kill that comes between.</summary>
    private async Task UntilDoneAsync(Func<Task> action)
    {
        while (true)
        {
            var doing = action();
            await Task.WhenAny(doing, _mortal.Died, Task.Delay(Patience));
            if (!_mortal.Died.IsCompleted)
            {
                await doing.WaitAsync(TimeSpan.Zero);
                return;
            }

            _ = doing.Exception;
            Kills++;
            await ReviveAsync();
        }
    }

    private async Task ReviveAsync()
    {
        _engine.Store = _mortal = new MortalStore(store, _immortal ? int.MaxValue : _random.Next(1, longestLife), _random.Next(2) == 0);
        await _engine.RestartAsync();
    }

    private sealed record Note(string Id, string Event);
}
