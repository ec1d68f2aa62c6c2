using Microsoft.Extensions.Options;

namespace TechPlan.Local.Mail.Faults;

/// <summary>
/// How many requests Graph takes at once from one app for one mailbox, and what was seen of it. Requests that are answered in
/// a millisecond hardly ever meet, so they can be made to take longer.
/// </summary>
internal sealed class MailLimits(IOptions<LocalMailOptions> options)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _now = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _highest = new(StringComparer.OrdinalIgnoreCase);
    private MailLimitSettings _settings = new(options.Value.MailboxConcurrency, LatencyMilliseconds: 0);
    private int _requests;
    private int _throttled;

    public MailLimitSettings Settings
    {
        get
        {
            lock (_gate)
            {
                return _settings;
            }
        }

        set
        {
            lock (_gate)
            {
                _settings = value;
            }
        }
    }

    public MailStatistics Statistics
    {
        get
        {
            lock (_gate)
            {
                return new(_requests, _throttled, _highest.Values.DefaultIfEmpty().Max(), new Dictionary<string, int>(_highest));
            }
        }
    }

    /// <summary>Begins counting anew.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            (_requests, _throttled) = (0, 0);
            _highest.Clear();
        }
    }

    public void CountThrottled()
    {
        lock (_gate)
        {
            _throttled++;
        }
    }

    /// <summary>Takes a place for a request until it is disposed of.</summary>
    public Turn Enter(string mailbox)
    {
        lock (_gate)
        {
            _requests++;
            var now = _now.GetValueOrDefault(mailbox) + 1;
            _highest[mailbox] = Math.Max(now, _highest.GetValueOrDefault(mailbox));
            if (_settings.MailboxConcurrency is { } most && now > most)
            {
                _throttled++;
                return new Turn(null, mailbox, TimeSpan.Zero);
            }

            _now[mailbox] = now;
            return new Turn(this, mailbox, TimeSpan.FromMilliseconds(_settings.LatencyMilliseconds));
        }
    }

    private void Leave(string mailbox)
    {
        lock (_gate)
        {
            _now[mailbox]--;
        }
    }

    internal sealed class Turn(MailLimits? limits, string mailbox, TimeSpan latency) : IDisposable
    {
        public bool IsGranted => limits is not null;

        public Task LingerAsync(CancellationToken cancellation) => latency > TimeSpan.Zero ? Task.Delay(latency, cancellation) : Task.CompletedTask;

        public void Dispose() => limits?.Leave(mailbox);
    }
}

/// <param name="MailboxConcurrency">Requests at once for one mailbox; null for no limit.</param>
/// <param name="LatencyMilliseconds">How long every request takes at least.</param>
internal sealed record MailLimitSettings(int? MailboxConcurrency, int LatencyMilliseconds);

/// <summary>What was counted since the start, or since the counters were cleared.</summary>
/// <param name="Throttled">How many requests were answered 429, for the limit or for a fault.</param>
/// <param name="HighestConcurrency">The most requests that one mailbox ever had at once, refused ones included.</param>
internal sealed record MailStatistics(int Requests, int Throttled, int HighestConcurrency, IReadOnlyDictionary<string, int> HighestByMailbox);
