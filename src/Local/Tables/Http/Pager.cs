using Azure;

namespace TechPlan.Local.Tables.Http;

/// <summary>
/// Follows continuation tokens to the end. A page may be empty and still have a token: the service gives up on a page after a while
/// of searching, not when there is nothing more.
/// </summary>
internal sealed class Pager<T>(
    Func<string?, int?, CancellationToken, Task<Page<T>>> fetch, int? maxPerPage, CancellationToken cancellation)
    : AsyncPageable<T>(cancellation)
    where T : notnull
{
    public override async IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        do
        {
            var page = await fetch(continuationToken, pageSizeHint ?? maxPerPage, CancellationToken);
            yield return page;
            continuationToken = page.ContinuationToken;
        }
        while (continuationToken is not null);
    }
}
