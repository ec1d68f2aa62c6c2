using Microsoft.Extensions.Logging;

namespace TechPlan.Local.Hosting;

/// <summary>
/// Fills a new data store by requests to the app itself, in order and each once. One that fails is tried again at the next
/// start, and so are those after it, which may build on it.
/// </summary>
internal sealed class FirstStart(IReadOnlyList<FirstStartRequest> requests, ILocalState state, ILogger<FirstStart> logger)
{
    private const int LongestAnswerShown = 2000;

    public async Task RunAsync(Uri address, CancellationToken cancellation)
    {
        using var app = new HttpClient { BaseAddress = address };
        foreach (var request in requests)
        {
            if (!await state.WasSeededAsync(request.Text, cancellation) && !await SendAsync(app, request, cancellation))
            {
                return;
            }
        }
    }

    private async Task<bool> SendAsync(HttpClient app, FirstStartRequest request, CancellationToken cancellation)
    {
        try
        {
            using var answer = await request.SendAsync(app, cancellation);
            return answer.IsSuccessStatusCode
                ? await AcceptAsync(request, cancellation)
                : Refuse(request, (int)answer.StatusCode, await answer.Content.ReadAsStringAsync(cancellation));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or HttpRequestException)
        {
            logger.LogError("First start: {Request} could not be sent: {Reason}", request.Text, e.Message);
            return false;
        }
    }

    private async Task<bool> AcceptAsync(FirstStartRequest request, CancellationToken cancellation)
    {
        await state.MarkSeededAsync(request.Text, cancellation);
        logger.LogInformation("First start: {Request} is done", request.Text);
        return true;
    }

    private bool Refuse(FirstStartRequest request, int status, string answer)
    {
        var shown = answer.Length > LongestAnswerShown ? answer[..LongestAnswerShown] : answer;
        logger.LogError("First start: {Request} was answered with {Status}: {Answer}", request.Text, status, shown);
        return false;
    }
}
