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

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        TableRequests.Add($"{message.Request.Method} {message.Request.Uri.Path}");
        var kill = IsHit();
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

        CarrierRequests.Add($"{http.Request.Method} {http.Request.Path}");
        var asked = KillAfter is { } end && http.Request.Path.Value!.EndsWith(end, StringComparison.Ordinal);
        var kill = IsHit() || asked;
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

    private static bool IsTheTests(PathString path) => path.Value!.StartsWith("/local/mail", StringComparison.Ordinal);

    private bool IsHit() => ++Steps == _killAt;

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
