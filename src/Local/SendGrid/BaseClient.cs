using System.Net.Http.Headers;
using System.Text;
using SendGrid.Helpers.Errors;
using SendGrid.Helpers.Mail;

namespace SendGrid;

public abstract class BaseClient : ISendGridClient
{
    private const string Json = "application/json";
    private readonly BaseClientOptions _options;
    private readonly HttpClient _client;

    protected BaseClient(BaseClientOptions options)
        : this(new HttpClient(), options)
    {
    }

    protected BaseClient(HttpClient httpClient, BaseClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(httpClient);
        ArgumentNullException.ThrowIfNull(options);
        _client = httpClient;
        _options = options;
        MediaType = options.RequestHeaders.GetValueOrDefault("Content-Type", Json);
    }

    public enum Method
    {
        DELETE,
        GET,
        PATCH,
        POST,
        PUT,
    }

    public string? UrlPath
    {
        get => _options.UrlPath;
        set => _options.UrlPath = value;
    }

    public string? Version
    {
        get => _options.Version;
        set => _options.Version = value;
    }

    public string MediaType { get; set; }

    public virtual AuthenticationHeaderValue AddAuthorization(KeyValuePair<string, string> header)
    {
        var parts = header.Value.Split(' ', 2);
        return new AuthenticationHeaderValue(parts[0], parts[^1]);
    }

    public virtual async Task<Response> MakeRequest(HttpRequestMessage request, CancellationToken cancellationToken = default)
    {
        var answer = await _client.SendAsync(request, cancellationToken);
        if (!answer.IsSuccessStatusCode && _options.HttpErrorAsException)
        {
            await ErrorHandler.ThrowException(answer);
        }

        return new Response(answer.StatusCode, answer.Content, answer.Headers);
    }

    public async Task<Response> RequestAsync(
        Method method,
        string? requestBody = null,
        string? queryParams = null,
        string? urlPath = null,
        CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method.ToString()), Address(urlPath, queryParams))
        {
            Content = requestBody is null ? null : Body(requestBody),
        };
        foreach (var (name, value) in _options.RequestHeaders)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        request.Headers.Authorization = _options.Auth;
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(MediaType));
        return await MakeRequest(request, cancellationToken);
    }

    public Task<Response> SendEmailAsync(SendGridMessage msg, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(msg);
        return RequestAsync(Method.POST, msg.Serialize(), urlPath: "mail/send", cancellationToken: cancellationToken);
    }

    private StringContent Body(string text)
    {
        var body = new StringContent(text, Encoding.UTF8, MediaType);
        if (string.Equals(MediaType, Json, StringComparison.Ordinal))
        {
            // JSON is UTF-8 by definition, and some of SendGrid's endpoints refuse a charset parameter.
            body.Headers.ContentType!.CharSet = null;
        }

        return body;
    }

    private Uri Address(string? urlPath, string? queryParams)
    {
        var host = new Uri(_options.Host.EndsWith('/') ? _options.Host : _options.Host + "/");
        var path = urlPath ?? UrlPath ?? "";
        var versioned = Version is null ? path : $"{Version}/{path}";
        return new Uri(host, versioned + QueryString.FromJson(queryParams));
    }
}
