using System.Net.Http.Headers;

namespace SendGrid;

public class BaseClientOptions
{
    /// <summary>The base address, with or without a trailing slash; a path in it is kept.</summary>
    public string Host { get; set; } = "";

    public string? Version { get; set; } = "v3";

    public string? UrlPath { get; set; }

    public AuthenticationHeaderValue? Auth { get; set; }

    public Dictionary<string, string> RequestHeaders { get; set; } = [];

    /// <summary>Makes an answer outside 200 to 299 an exception instead of a <see cref="Response"/>.</summary>
    public bool HttpErrorAsException { get; set; }
}
