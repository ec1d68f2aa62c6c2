using Azure.Data.Tables;

namespace TechPlan.Local.Tables.Http;

/// <summary>Where the table service is and with whose key it is asked, read from a storage connection string.</summary>
internal sealed record ConnectionString(Uri TableEndpoint, TableSharedKeyCredential Credential)
{
    // The account that every storage emulator knows; published, so no secret.
    private const string DevelopmentAccount = "devstoreaccount1";

    private const string DevelopmentKey =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly ConnectionString Development = new(
        new Uri($"http://127.0.0.1:10002/{DevelopmentAccount}"),
        new TableSharedKeyCredential(DevelopmentAccount, DevelopmentKey));

    /// <summary>The development account where it answers on another port than its own.</summary>
    public static string ForPort(int port) =>
        $"DefaultEndpointsProtocol=http;AccountName={DevelopmentAccount};AccountKey={DevelopmentKey};"
        + $"TableEndpoint=http://127.0.0.1:{port}/{DevelopmentAccount};";

    /// <exception cref="FormatException">The text names no account or is not made of name=value pairs.</exception>
    public static ConnectionString Parse(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        var settings = Split(text);
        if (string.Equals(settings.GetValueOrDefault("UseDevelopmentStorage"), "true", StringComparison.OrdinalIgnoreCase))
        {
            return Development;
        }

        var account = Required(settings, "AccountName");
        var credential = new TableSharedKeyCredential(account, Required(settings, "AccountKey"));
        return new ConnectionString(Endpoint(settings, account), credential);
    }

    private static Uri Endpoint(Dictionary<string, string> settings, string account)
    {
        var address = settings.GetValueOrDefault("TableEndpoint")
            ?? $"{settings.GetValueOrDefault("DefaultEndpointsProtocol") ?? "https"}://{account}.table."
            + (settings.GetValueOrDefault("EndpointSuffix") ?? "core.windows.net");
        return Uri.TryCreate(address, UriKind.Absolute, out var endpoint)
            ? endpoint
            : throw new FormatException($"The storage connection string's table endpoint '{address}' is not an address.");
    }

    private static string Required(Dictionary<string, string> settings, string name) =>
        settings.TryGetValue(name, out var value) && value.Length > 0
            ? value
            : throw new FormatException($"The storage connection string has no {name}.");

    private static Dictionary<string, string> Split(string text)
    {
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                throw new FormatException("A storage connection string is made of name=value pairs with semicolons between them.");
            }

            settings[pair[..equals].TrimEnd()] = pair[(equals + 1)..].TrimStart();
        }

        return settings;
    }
}
