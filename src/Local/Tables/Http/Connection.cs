using Azure.Core;
using Azure.Data.Tables;

namespace TechPlan.Local.Tables.Http;

/// <summary>A pipeline and the account it leads to; what a service client hands to its tables.</summary>
internal sealed record Connection(TableTransport Transport, Uri Endpoint, string AccountName)
{
    public static Connection From(string connectionString, TableClientOptions? options)
    {
        var parsed = ConnectionString.Parse(connectionString);
        return From(parsed.TableEndpoint, parsed.Credential, options);
    }

    public static Connection From(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(credential);
        options ??= new TableClientOptions();
        var pipeline = PipelineFactory.Create(options, credential);
        return new Connection(new TableTransport(pipeline, endpoint, options.VersionHeader), endpoint, credential.AccountName);
    }

    public static Connection From(Uri endpoint, TokenCredential credential, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(credential);
        options ??= new TableClientOptions();
        var pipeline = PipelineFactory.Create(options, credential);
        return new Connection(new TableTransport(pipeline, endpoint, options.VersionHeader), endpoint, AccountOf(endpoint));
    }

    /// <summary>The same account's address of one table.</summary>
    public Uri TableUri(string table) => new($"{Transport.Address}/{table}");

    // account.table.core.windows.net in the cloud; 127.0.0.1:10002/account where an emulator answers.
    private static string AccountOf(Uri endpoint) =>
        endpoint.HostNameType == UriHostNameType.Dns && endpoint.Host.Contains('.', StringComparison.Ordinal)
            ? endpoint.Host[..endpoint.Host.IndexOf('.', StringComparison.Ordinal)]
            : endpoint.AbsolutePath.Trim('/').Split('/')[0];
}
