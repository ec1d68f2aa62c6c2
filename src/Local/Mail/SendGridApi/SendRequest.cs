using System.Text.Json.Serialization;

namespace TechPlan.Local.Mail.SendGridApi;

/// <summary>The body of <c>POST /v3/mail/send</c>, as far as this stand-in delivers it.</summary>
internal sealed record SendRequest
{
    public IReadOnlyList<SendPersonalization>? Personalizations { get; init; }

    public SendAddress? From { get; init; }

    public string? Subject { get; init; }

    public IReadOnlyList<SendContent>? Content { get; init; }

    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    public IReadOnlyList<string>? Categories { get; init; }

    [JsonPropertyName("custom_args")]
    public IReadOnlyDictionary<string, string>? CustomArgs { get; init; }

    [JsonPropertyName("reply_to")]
    public SendAddress? ReplyTo { get; init; }

    [JsonPropertyName("mail_settings")]
    public SendSettings? MailSettings { get; init; }

    [JsonIgnore]
    public bool IsSandboxed => MailSettings?.SandboxMode?.Enable == true;
}

internal sealed record SendPersonalization
{
    public IReadOnlyList<SendAddress>? To { get; init; }

    public IReadOnlyList<SendAddress>? Cc { get; init; }

    public IReadOnlyList<SendAddress>? Bcc { get; init; }

    public string? Subject { get; init; }

    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    public IReadOnlyDictionary<string, string>? Substitutions { get; init; }

    [JsonPropertyName("custom_args")]
    public IReadOnlyDictionary<string, string>? CustomArgs { get; init; }

    [JsonIgnore]
    public IEnumerable<SendAddress> Everyone => [.. To ?? [], .. Cc ?? [], .. Bcc ?? []];
}

internal sealed record SendAddress(string? Email, string? Name);

internal sealed record SendContent(string? Type, string? Value);

internal sealed record SendSettings([property: JsonPropertyName("sandbox_mode")] SendSwitch? SandboxMode);

internal sealed record SendSwitch(bool? Enable);
