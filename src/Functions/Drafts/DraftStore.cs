using System.Text;
using Azure.Data.Tables;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Drafts;

/// <summary>Drafts in a table of their own, one row each.</summary>
public sealed class DraftStore(TechPlanTables tables) : IDraftStore
{
    private const string Row = "draft";

    private readonly TableClient _table = tables.Drafts;

    public Task KeepAsync(KeptDraft draft, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var row = new TableEntity(draft.Id.Value, Row) { ["KeptAt"] = draft.KeptAt };
        // Bytes: UTF-8 takes half the room of a text column, and a form may be half a megabyte.
        row.SetBytes("Json", Encoding.UTF8.GetBytes(StoredJson.Write(draft)));
        return _table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
    }

    public async Task<KeptDraft?> FindAsync(MiniGrantId id, CancellationToken cancellation)
    {
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(id.Value, Row, cancellationToken: cancellation);
        return found is { HasValue: true, Value: { } row } ? StoredJson.Read<KeptDraft>(Encoding.UTF8.GetString(row.GetBytes("Json")!)) : null;
    }

    /// <summary>Removes the drafts that were kept last before <paramref name="oldest"/>, and says how many that were.</summary>
    internal Task<int> RemoveBeforeAsync(DateTimeOffset oldest, CancellationToken cancellation) =>
        _table.RemoveAsync(TableClient.CreateQueryFilter($"KeptAt lt {oldest}"), cancellation);
}
