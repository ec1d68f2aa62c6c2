namespace TechPlan.Functions.Mail.Carriers;

/// <summary>
/// What every request to Graph passes: no more at once than a mailbox takes from one app, and always with ids that stay the same
/// when a draft becomes a sent mail or a mail is moved.
/// </summary>
internal sealed class GraphGate(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>Graph's limit for one app at one mailbox; the fifth would be refused with 429.</summary>
    internal const int MostAtOnce = 4;

    /// <summary>More than any page or file that is asked for.</summary>
    private const int LargestAnswer = 64 * 1024 * 1024;

    private readonly SemaphoreSlim _gate = new(MostAtOnce);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // A header of the client's would give way to a request's own preferences; here it stands beside them.
        request.Headers.TryAddWithoutValidation("Prefer", "IdType=\"ImmutableId\"");
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var answer = await base.SendAsync(request, cancellationToken);
            await answer.Content.LoadIntoBufferAsync(LargestAnswer, cancellationToken);
            return answer;
        }
        finally
        {
            _gate.Release();
        }
    }

    protected override void Dispose(bool disposing)
    {
        _gate.Dispose();
        base.Dispose(disposing);
    }
}
