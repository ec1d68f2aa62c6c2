using Azure.Core;
using Azure.Data.Tables.Models;
using TechPlan.Local.Tables.Http;

#nullable disable annotations

namespace Azure.Data.Tables;

/// <summary>One table. Thread-safe and meant to be kept.</summary>
public partial class TableClient
{
    private readonly TableTransport _transport;

    public TableClient(string connectionString, string tableName)
        : this(connectionString, tableName, null)
    {
    }

    public TableClient(string connectionString, string tableName, TableClientOptions options = null)
        : this(Connection.From(connectionString, options), tableName)
    {
    }

    public TableClient(Uri endpoint, string tableName, TokenCredential tokenCredential, TableClientOptions options = null)
        : this(Connection.From(endpoint, tokenCredential, options), tableName)
    {
    }

    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential)
        : this(endpoint, tableName, credential, null)
    {
    }

    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential, TableClientOptions options = null)
        : this(Connection.From(endpoint, credential, options), tableName)
    {
    }

    internal TableClient(Connection connection, string tableName)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        _transport = connection.Transport;
        Name = tableName;
        AccountName = connection.AccountName;
        Uri = connection.TableUri(tableName);
    }

    /// <summary>For test doubles.</summary>
    protected TableClient()
    {
    }

    public virtual string Name { get; }

    public virtual string AccountName { get; }

    public virtual Uri Uri { get; }

    /// <summary>A filter in which every interpolated value is quoted and escaped by its type.</summary>
    public static string CreateQueryFilter(FormattableString filter) => filter is null ? null : ODataFilter.Create(filter);

    public virtual async Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default)
    {
        var response = await _transport.CreateTableAsync(Name, cancellationToken);
        if (response.Status == 409)
        {
            // A table that is still being deleted is a conflict too, but not one that leaves a table.
            var failure = TableTransport.Failure(response);
            if (failure.ErrorCode != TableErrorCode.TableAlreadyExists)
            {
                throw failure;
            }
        }

        return Response.FromValue(new TableItem(Name), response);
    }

    /// <summary>Answers 404, without an exception, when there is no such table.</summary>
    public virtual Task<Response> DeleteAsync(CancellationToken cancellationToken = default) =>
        _transport.DeleteTableAsync(Name, cancellationToken);
}
