using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TechPlan.Local.Tests.Mail.Incoming;

/// <summary>An app's webhook: answers the handshake, and keeps what it is told.</summary>
internal sealed class Listener : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<JsonObject> _heard = new();
    private int _refusals;

    private Listener(WebApplication app) => _app = app;

    public string Address => _app.Urls.First() + "/notifications";

    /// <summary>What it answers the handshake with; the token itself when null.</summary>
    public string? Answer { get; set; }

    public IReadOnlyList<JsonObject> Heard => [.. _heard];

    public void RefuseNext(int times) => _refusals = times;

    public static async Task<Listener> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var listener = new Listener(app);
        app.MapPost("/notifications", listener.TakeAsync);
        await app.StartAsync();
        return listener;
    }

    /// <summary>Waits until it has heard so many.</summary>
    public async Task<IReadOnlyList<JsonObject>> HearAsync(int count)
    {
        for (var tries = 0; _heard.Count < count && tries < 200; tries++)
        {
            await Task.Delay(50);
        }

        Assert.Equal(count, _heard.Count);
        return Heard;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        if (request.Query["validationToken"].ToString() is { Length: > 0 } token)
        {
            return Results.Text(Answer ?? token);
        }

        if (Interlocked.Decrement(ref _refusals) >= 0)
        {
            return Results.StatusCode(503);
        }

        var body = await JsonSerializer.DeserializeAsync<JsonObject>(request.Body);
        foreach (var item in body!["value"]!.AsArray())
        {
            _heard.Enqueue((JsonObject)item!);
        }

        return Results.Accepted();
    }
}
