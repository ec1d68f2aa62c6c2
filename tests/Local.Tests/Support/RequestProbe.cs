using System.Collections.Concurrent;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace TechPlan.Testing;

/// <summary>
/// A pipeline policy that notes every request, and answers in the service's place where the test says so. Added per retry it sees
/// each attempt, added per call each call.
/// </summary>
public sealed class RequestProbe : HttpPipelinePolicy
{
    private readonly ConcurrentQueue<string> _requests = new();

    /// <summary>Method and path of each request, in the order of sending.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    /// <summary>What to answer instead of sending; null sends.</summary>
    public Func<HttpMessage, Response?> Answer { get; set; } = static _ => null;

    /// <summary>Answers the first <paramref name="times"/> requests with <paramref name="response"/>, then sends.</summary>
    public RequestProbe AnswerFirst(int times, Func<Response> response)
    {
        var left = times;
        Answer = _ => Interlocked.Decrement(ref left) >= 0 ? response() : null;
        return this;
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (!Answered(message))
        {
            ProcessNext(message, pipeline);
        }
    }

    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        Answered(message) ? ValueTask.CompletedTask : ProcessNextAsync(message, pipeline);

    private bool Answered(HttpMessage message)
    {
        _requests.Enqueue($"{message.Request.Method} {message.Request.Uri.Path}");
        if (Answer(message) is not { } response)
        {
            return false;
        }

        message.Response = response;
        return true;
    }
}
