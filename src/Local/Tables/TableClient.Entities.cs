using TechPlan.Local.Tables.Entities;
using TechPlan.Local.Tables.Http;

#nullable disable annotations

namespace Azure.Data.Tables;

/// <content>Single rows.</content>
public partial class TableClient
{
    /// <exception cref="RequestFailedException">409 EntityAlreadyExists when the row is there; 404 TableNotFound.</exception>
    public virtual Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        _transport.SendAsync(EntityOperation.Add(Name, WithKeys(entity)), cancellationToken);

    /// <summary>Writes over the row whose version is <paramref name="ifMatch"/>; <see cref="ETag.All"/> for any. The default is refused.</summary>
    /// <exception cref="RequestFailedException">412 UpdateConditionNotSatisfied; 404 ResourceNotFound.</exception>
    public virtual Task<Response> UpdateEntityAsync<T>(
        T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        if (ifMatch == default)
        {
            throw new ArgumentException("An update needs the version that it replaces, or ETag.All.", nameof(ifMatch));
        }

        return _transport.SendAsync(EntityOperation.Write(Name, WithKeys(entity), mode, ifMatch), cancellationToken);
    }

    public virtual Task<Response> UpsertEntityAsync<T>(
        T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        _transport.SendAsync(EntityOperation.Write(Name, WithKeys(entity), mode), cancellationToken);

    /// <summary>Deletes a row whatever its version, unless <paramref name="ifMatch"/> names one. No row: status 404, no exception.</summary>
    public virtual Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        return _transport.SendAsync(EntityOperation.Delete(Name, partitionKey, rowKey, ifMatch), cancellationToken);
    }

    /// <summary>Deletes a row by its keys. The entity's own version is not compared: pass it to have it compared.</summary>
    public virtual Task<Response> DeleteEntityAsync(
        ITableEntity entity, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return DeleteEntityAsync(entity.PartitionKey, entity.RowKey, ifMatch, cancellationToken);
    }

    /// <exception cref="RequestFailedException">404 ResourceNotFound when there is no such row.</exception>
    public virtual async Task<Response<T>> GetEntityAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var response = await _transport.GetAsync(RowAddress(partitionKey, rowKey, select), orNotFound: false, cancellationToken);
        return Response.FromValue(EntityReader.Read<T>(response), response);
    }

    /// <summary>As <see cref="GetEntityAsync{T}"/>, but a missing row (or table) is an answer without a value.</summary>
    public virtual async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var response = await _transport.GetAsync(RowAddress(partitionKey, rowKey, select), orNotFound: true, cancellationToken);
        return response.Status == 404
            ? new AbsentEntity<T>(response)
            : Response.FromValue(EntityReader.Read<T>(response), response);
    }

    private static T WithKeys<T>(T entity)
        where T : ITableEntity
    {
        ArgumentNullException.ThrowIfNull(entity);
        return entity.PartitionKey is null || entity.RowKey is null
            ? throw new ArgumentException("An entity needs a partition key and a row key.", nameof(entity))
            : entity;
    }

    private string RowAddress(string partitionKey, string rowKey, IEnumerable<string> select)
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        return EntityOperation.RowPath(Name, partitionKey, rowKey) + new QueryString().Add("$select", Columns(select));
    }

    private static string Columns(IEnumerable<string> select) => select is null ? null : string.Join(',', select);
}
