using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Models;
using TechPlan.Local.Tables.Http;

#nullable disable annotations

namespace Azure.Data.Tables;

/// <summary>An account's tables. Thread-safe and meant to be kept: its tables share one pipeline.</summary>
public class TableServiceClient
{
    private readonly TableTransport _transport;

    public TableServiceClient(string connectionString)
        : this(connectionString, null)
    {
    }

    public TableServiceClient(string connectionString, TableClientOptions options = null)
        : this(Connection.From(connectionString, options))
    {
    }

    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions options = null)
        : this(Connection.From(endpoint, tokenCredential, options))
    {
    }

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential)
        : this(endpoint, credential, null)
    {
    }

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions options)
        : this(Connection.From(endpoint, credential, options))
    {
    }

    /// <summary>For test doubles.</summary>
    protected TableServiceClient()
    {
    }

    private TableServiceClient(Connection connection)
    {
        _transport = connection.Transport;
        AccountName = connection.AccountName;
        Uri = connection.Endpoint;
    }

    public virtual string AccountName { get; }

    public virtual Uri Uri { get; }

    /// <summary>A filter in which every interpolated value is quoted and escaped by its type.</summary>
    public static string CreateQueryFilter(FormattableString filter) => filter is null ? null : ODataFilter.Create(filter);

    /// <summary>A client for one table; asks the service nothing.</summary>
    public virtual TableClient GetTableClient(string tableName)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        return new TableClient(new Connection(_transport, Uri, AccountName), tableName);
    }

    public virtual Task<Response<TableItem>> CreateTableIfNotExistsAsync(string tableName, CancellationToken cancellationToken = default) =>
        GetTableClient(tableName).CreateIfNotExistsAsync(cancellationToken);

    /// <summary>Answers 404, without an exception, when there is no such table.</summary>
    public virtual Task<Response> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        GetTableClient(tableName).DeleteAsync(cancellationToken);

    public virtual AsyncPageable<TableItem> QueryAsync(
        string filter = null, int? maxPerPage = default, CancellationToken cancellationToken = default) =>
        new Pager<TableItem>((token, top, cancellation) => PageAsync(filter, token, top, cancellation), maxPerPage, cancellationToken);

    private async Task<Page<TableItem>> PageAsync(string filter, string token, int? top, CancellationToken cancellation)
    {
        var query = new QueryString().Add("$filter", filter).Add("$top", top).Add("NextTableName", token);
        var response = await _transport.GetAsync($"/Tables{query}", orNotFound: false, cancellation);
        using var document = JsonDocument.Parse(response.Content.ToMemory());
        TableItem[] tables =
        [
            .. document.RootElement.GetProperty("value").EnumerateArray().Select(x => new TableItem(x.GetProperty("TableName").GetString()!)),
        ];
        var next = response.Headers.TryGetValue("x-ms-continuation-NextTableName", out var name) ? name : null;
        return Page<TableItem>.FromValues(tables, next, response);
    }
}
