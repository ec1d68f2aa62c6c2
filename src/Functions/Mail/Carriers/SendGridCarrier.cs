using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;
using SendGrid;
using TechPlan.Functions.Mailbox;
using TechPlan.Functions.Setup;

namespace TechPlan.Functions.Mail.Carriers;

/// <summary>
/// Mail for many: up to a thousand recipients in one call, each in an envelope of her or his own. SendGrid knows no idempotency
/// key, so what may have been taken before is looked up first.
/// </summary>
internal sealed class SendGridCarrier(IOptions<SendGridOptions> options, IOptions<SiteOptions> site, OwnMailbox mailbox, TimeProvider clock)
    : IMailCarrier, IDisposable
{
    /// <summary>The most envelopes in one call, and the most rows of one look-up.</summary>
    public const int MostPerCall = 1000;

    private readonly SemaphoreSlim _oneAtATime = new(1);
    private readonly HttpClient _http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = TimeSpan.FromSeconds(60) };
    private SendGridClient? _client;

    public CarrierName Name => CarrierName.SendGrid;

    public bool IsConfigured => options.Value.ApiKey.Length > 0;

    private SendGridClient Client => _client ??= new SendGridClient(_http, new SendGridClientOptions
    {
        ApiKey = options.Value.ApiKey,
        Host = CarrierAddress.Of(options.Value.Host, site.Value)!.AbsoluteUri.TrimEnd('/'),
    });

    /// <summary>
    /// Keeps the carrier to oneself from a call until its result is stored, so that a process that dies leaves at most one call
    /// in doubt.
    /// </summary>
    public async Task<IDisposable> ReserveAsync(CancellationToken cancellation)
    {
        await _oneAtATime.WaitAsync(cancellation);
        return new GateHeld(_oneAtATime);
    }

    /// <summary>
    /// The addresses, in lower case, to which a call's mails were taken before. Looking this up is an option that has to be
    /// bought: without it nothing is known, and a mail in doubt is sent again rather than not at all.
    /// </summary>
    public async Task<CarrierAnswer> FindAsync(string callId, ISet<string> taken, CancellationToken cancellation)
    {
        // The client takes the parameters as JSON and leaves the encoding of their values to us.
        var query = JsonSerializer.Serialize(new Dictionary<string, string>
        {
            ["query"] = Uri.EscapeDataString($"unique_args['mail']=\"{callId}\""),
            ["limit"] = MostPerCall.ToString(CultureInfo.InvariantCulture),
        });
        return await AskAsync(
            async () =>
            {
                var answer = await Client.RequestAsync(BaseClient.Method.GET, queryParams: query, urlPath: "messages", cancellationToken: cancellation);
                if ((int)answer.StatusCode is 401 or 403 or 404)
                {
                    return new CarrierAnswer.Ready(callId);
                }

                if (!answer.IsSuccessStatusCode)
                {
                    return Failure(answer);
                }

                taken.UnionWith(SendGridMessages.RecipientsOf(await answer.Body.ReadAsStringAsync(cancellation)));
                return new CarrierAnswer.Ready(callId);
            },
            cancellation);
    }

    /// <summary>Sends one content to all of the recipients; they share call and content.</summary>
    public Task<CarrierAnswer> SendAsync(IReadOnlyList<OutgoingMail> mails, CancellationToken cancellation) => AskAsync(
        async () =>
        {
            var answer = await Client.SendEmailAsync(SendGridMessages.Of(mails, options.Value.From, mailbox.Sender), cancellation);
            return answer.IsSuccessStatusCode ? new CarrierAnswer.Sent(HeaderOf(answer, "X-Message-Id")) : Failure(answer);
        },
        cancellation);

    public void Dispose()
    {
        _oneAtATime.Dispose();
        _http.Dispose();
    }

    private CarrierAnswer Failure(Response answer) => HttpAnswers.OfFailure((int)answer.StatusCode, HeaderOf(answer, "Retry-After"), clock.GetUtcNow());

    private static async Task<CarrierAnswer> AskAsync(Func<Task<CarrierAnswer>> ask, CancellationToken cancellation)
    {
        try
        {
            return await ask();
        }
        catch (Exception problem) when (HttpAnswers.IsSilence(problem, cancellation))
        {
            return HttpAnswers.OfSilence;
        }
    }

    private static string? HeaderOf(Response answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
