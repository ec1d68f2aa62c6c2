using TechPlan.Local.Tables.Entities;
using TechPlan.Local.Tables.Http;

#nullable disable annotations

namespace Azure.Data.Tables;

/// <content>Queries.</content>
public partial class TableClient
{
    private const string NextPartition = "x-ms-continuation-NextPartitionKey";
    private const string NextRow = "x-ms-continuation-NextRowKey";

    /// <summary>Rows in the order of their keys, fetched page by page while they are read.</summary>
    /// <param name="filter">An OData filter, best made by <see cref="CreateQueryFilter(FormattableString)"/>; null for all rows.</param>
    /// <param name="maxPerPage">At most so many a request; the service gives 1,000 when not told.</param>
    /// <param name="select">Properties to fetch; keys too only if named. Null for all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public virtual AsyncPageable<T> QueryAsync<T>(
        string filter = null, int? maxPerPage = default, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var columns = Columns(select);
        return new Pager<T>(
            (token, top, cancellation) => PageAsync<T>(filter, columns, token, top, cancellation), maxPerPage, cancellationToken);
    }

    private async Task<Page<T>> PageAsync<T>(string filter, string columns, string token, int? top, CancellationToken cancellation)
        where T : class, ITableEntity
    {
        var (partition, row) = Split(token);
        var query = new QueryString().Add("$filter", filter).Add("$top", top).Add("$select", columns)
            .Add("NextPartitionKey", partition).Add("NextRowKey", row);
        var response = await _transport.GetAsync($"/{Name}(){query}", orNotFound: false, cancellation);
        return Page<T>.FromValues(EntityReader.ReadAll<T>(response), Token(response), response);
    }

    // The service encodes both halves, so neither has a blank in it. The second may be missing.
    private static string Token(Response response) =>
        response.Headers.TryGetValue(NextPartition, out var partition)
            ? $"{partition} {(response.Headers.TryGetValue(NextRow, out var row) ? row : string.Empty)}"
            : null;

    private static (string Partition, string Row) Split(string token)
    {
        var halves = token?.Split(' ', 2);
        return (halves?[0], halves is { Length: 2 } ? halves[1] : null);
    }
}
