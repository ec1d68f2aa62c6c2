using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

public class TrackingSettings
{
    [JsonPropertyName("click_tracking")]
    public ClickTracking? ClickTracking { get; set; }

    [JsonPropertyName("open_tracking")]
    public OpenTracking? OpenTracking { get; set; }
}

/// <summary>When on, SendGrid adds an invisible image that reports who opened a mail.</summary>
public class OpenTracking
{
    [JsonPropertyName("enable")]
    public bool? Enable { get; set; }
}

/// <summary>When on, SendGrid rewrites the links of a mail, which no signed link should go through.</summary>
public class ClickTracking
{
    [JsonPropertyName("enable")]
    public bool? Enable { get; set; }

    [JsonPropertyName("enable_text")]
    public bool? EnableText { get; set; }
}
