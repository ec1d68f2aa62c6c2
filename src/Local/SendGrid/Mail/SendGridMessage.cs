using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace SendGrid.Helpers.Mail;

/// <summary>The body of <c>POST /v3/mail/send</c>.</summary>
public class SendGridMessage
{
    private static readonly JsonSerializerOptions Wire = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // As the wire has always been: characters that mean something in HTML are escaped, letters of any script are not.
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    [JsonPropertyName("from")]
    public EmailAddress? From { get; set; }

    [JsonPropertyName("subject")]
    public string? Subject { get; set; }

    [JsonPropertyName("personalizations")]
    public List<Personalization>? Personalizations { get; set; }

    [JsonPropertyName("content")]
    public List<Content>? Contents { get; set; }

    /// <summary>With <see cref="HtmlContent"/>, replaces <see cref="Contents"/> when the message is serialized.</summary>
    [JsonIgnore]
    public string? PlainTextContent { get; set; }

    [JsonIgnore]
    public string? HtmlContent { get; set; }

    [JsonPropertyName("headers")]
    public Dictionary<string, string>? Headers { get; set; }

    [JsonPropertyName("categories")]
    public List<string>? Categories { get; set; }

    [JsonPropertyName("custom_args")]
    public Dictionary<string, string>? CustomArgs { get; set; }

    [JsonPropertyName("mail_settings")]
    public MailSettings? MailSettings { get; set; }

    [JsonPropertyName("tracking_settings")]
    public TrackingSettings? TrackingSettings { get; set; }

    [JsonPropertyName("reply_to")]
    public EmailAddress? ReplyTo { get; set; }

    public void SetSandBoxMode(bool enable)
    {
        MailSettings ??= new MailSettings();
        MailSettings.SandboxMode = new SandboxMode { Enable = enable };
    }

    public void SetClickTracking(bool enable, bool enableText)
    {
        TrackingSettings ??= new TrackingSettings();
        TrackingSettings.ClickTracking = new ClickTracking { Enable = enable, EnableText = enableText };
    }

    /// <param name="useDefaultSerialization">Means nothing here: no process-wide serializer setting reaches the message.</param>
    public string Serialize(bool useDefaultSerialization = true)
    {
        if (PlainTextContent is not null || HtmlContent is not null)
        {
            Contents = [.. Rendering("text/plain", PlainTextContent), .. Rendering("text/html", HtmlContent)];
        }

        return JsonSerializer.Serialize(this, Wire);
    }

    private static IEnumerable<Content> Rendering(string type, string? value) => value is null ? [] : [new Content(type, value)];
}
