using System.Net.Http.Headers;

namespace SendGrid;

public class SendGridClientOptions : BaseClientOptions
{
    private const string GlobalHost = "https://api.sendgrid.com/";
    private const string EuropeanHost = "https://api.eu.sendgrid.com/";
    private string? _apiKey;

    public SendGridClientOptions() => Host = GlobalHost;

    /// <summary>Setting it also sets <see cref="BaseClientOptions.Auth"/>.</summary>
    /// <exception cref="ArgumentNullException">The key is missing or blank.</exception>
    public string? ApiKey
    {
        get => _apiKey;
        set
        {
            if (string.IsNullOrWhiteSpace(value))
            {
                throw new ArgumentNullException(nameof(value), "A SendGrid API key is needed.");
            }

            _apiKey = value;
            Auth = new AuthenticationHeaderValue("Bearer", value);
        }
    }

    /// <summary>Chooses the host of a region and replaces whatever <see cref="BaseClientOptions.Host"/> was set before.</summary>
    /// <exception cref="InvalidOperationException">The region is neither <c>global</c> nor <c>eu</c>.</exception>
    public SendGridClientOptions SetDataResidency(string region)
    {
        if (string.IsNullOrWhiteSpace(region))
        {
            throw new ArgumentNullException(nameof(region));
        }

        Host = region switch
        {
            "global" => GlobalHost,
            "eu" => EuropeanHost,
            _ => throw new InvalidOperationException("A region is 'global' or 'eu'."),
        };
        return this;
    }
}
