using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.AspNetCore.Http;

namespace TechPlan.Functions.Tests.Mail.Delivery;

/// <summary>
/// Stands in the way of every request that the app makes, to a table or to a carrier, counts them, and can end the run at any of
/// them as a killed process would: before the request goes out, or after it was carried out and before anybody learns of it.
/// </summary>
internal sealed class Trouble : HttpPipelinePolicy, IDisposable
{
    private readonly Lock _lock = new();
    private CancellationTokenSource _run = new();
    private int? _killAt;
    private bool _afterwards;

    public List<string> TableRequests { get; } = [];

    public List<string> CarrierRequests { get; } = [];

    public int Steps { get; private set; }

    /// <summary>Kills after a request to a carrier whose path ends so, as well.</summary>
    public string? KillAfter { get; set; }

    /// <summary>What a run must be given for its end to be complete.</summary>
    public CancellationToken Run => _run.Token;

    public bool HasKilled => _run.IsCancellationRequested;

    /// <summary>Forgets what was counted, and kills at a step from now on; null for never.</summary>
    public void Begin(int? killAt = null, bool afterwards = false)
    {
        _run.Dispose();
        _run = new CancellationTokenSource();
        (_killAt, _afterwards, Steps, KillAfter) = (killAt, afterwards, 0, null);
        TableRequests.Clear();
        CarrierRequests.Clear();
    }

    /// <summary>Kills now.</summary>
    public void Die() => _run.Cancel();

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var kill = IsHit(TableRequests, $"{message.Request.Method} {message.Request.Uri.Path}");
        Die(kill && !_afterwards);
        await ProcessNextAsync(message, pipeline);
        Die(kill);
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

    public async Task AtCarriersAsync(HttpContext http, RequestDelegate next)
    {
        if (IsTheTests(http.Request.Path))
        {
            await next(http);
            return;
        }

        var asked = KillAfter is { } end && http.Request.Path.Value!.EndsWith(end, StringComparison.Ordinal);
        var kill = IsHit(CarrierRequests, $"{http.Request.Method} {http.Request.Path}") || asked;
        if (kill && !_afterwards && !asked)
        {
            Abort(http);
            return;
        }

        await next(http);
        if (kill)
        {
            Abort(http);
        }
    }

    public void Dispose() => _run.Dispose();

    private static bool IsTheTests(PathString path) => path.Value!.StartsWith("/local/mail", StringComparison.Ordinal) || path.Value.StartsWith("/webhooks", StringComparison.Ordinal);

    private bool IsHit(List<string> requests, string request)
    {
        lock (_lock)
        {
            requests.Add(request);
            return ++Steps == _killAt;
        }
    }

    private void Die(bool now)
    {
        if (now)
        {
            _run.Cancel();
            throw new OperationCanceledException(_run.Token);
        }
    }

    private void Abort(HttpContext http)
    {
        _run.Cancel();
        http.Abort();
    }
}
