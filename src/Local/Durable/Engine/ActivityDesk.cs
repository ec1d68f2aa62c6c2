using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using TechPlan.Local.Durable.History;

namespace TechPlan.Local.Durable.Engine;

/// <summary>Hands activity calls to workers and their results to the instances.</summary>
internal sealed class ActivityDesk(
    ActivityRunner runner, IHistoryStore store, WorkCounter work, Action<LiveInstance> enqueue, ILogger logger, CancellationToken stopping)
{
    private readonly Channel<Call> _calls = Channel.CreateUnbounded<Call>();

    /// <summary>Hands out what an instance's history has open and nobody has yet. The caller holds the turn.</summary>
    public void HandOut(LiveInstance instance)
    {
        foreach (var activity in instance.Open.Activities.Values.Where(activity => instance.HandedOut.Add(activity.Id)))
        {
            work.Enter();
            _calls.Writer.TryWrite(new Call(instance, instance.Record.Generation, activity));
        }
    }

    /// <summary>One worker's life.</summary>
    public async Task RunAsync()
    {
        await foreach (var call in _calls.Reader.ReadAllAsync(stopping))
        {
            try
            {
                await HandInAsync(call, await runner.RunAsync(call.Activity, stopping));
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                // It runs again after the next start.
            }
            finally
            {
                work.Leave();
            }
        }
    }

    private async Task HandInAsync(Call call, HistoryEvent outcome)
    {
        var instance = call.Instance;
        if (instance.Record.Generation != call.Generation)
        {
            return;
        }

        var message = instance.IsSuspended ? await RecordAsync(instance, outcome) : new InboxMessage(outcome);
        if (instance.TryReceive(message))
        {
            enqueue(instance);
        }
    }

    /// <summary>A suspended instance may wait for days; what its activities did should not have to be done again after a restart.</summary>
    private async Task<InboxMessage> RecordAsync(LiveInstance instance, HistoryEvent outcome)
    {
        var message = new InboxMessage(outcome, instance.NextSequence());
        try
        {
            await store.AddMessageAsync(instance.Record, message, stopping);
            return message;
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            instance.GiveUp(message.Sequence);
            logger.LogWarning(exception, "A result for the suspended instance {InstanceId} is kept in memory only.", instance.Record.Id);
            return new InboxMessage(outcome);
        }
    }

    private sealed record Call(LiveInstance Instance, int Generation, ActivityScheduled Activity);
}
