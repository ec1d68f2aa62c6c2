using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>One rendering of the mail; SendGrid wants plain text before HTML.</summary>
public class Content
{
    public Content()
    {
    }

    public Content(string type, string value)
    {
        Type = type;
        Value = value;
    }

    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("value")]
    public string? Value { get; set; }
}
