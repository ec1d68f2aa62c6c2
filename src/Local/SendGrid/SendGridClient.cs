namespace SendGrid;

/// <summary>Sends with an API key. It never retries by itself: a request that timed out may have been accepted.</summary>
public class SendGridClient : BaseClient
{
    public SendGridClient(SendGridClientOptions options)
        : base(options)
    {
    }

    /// <param name="httpClient">Stays the caller's: it is neither configured nor disposed here.</param>
    public SendGridClient(HttpClient httpClient, SendGridClientOptions options)
        : base(httpClient, options)
    {
    }
}
