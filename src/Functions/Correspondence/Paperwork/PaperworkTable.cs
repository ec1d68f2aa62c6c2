using System.Collections.Immutable;
using System.Globalization;
using Azure;
using Azure.Data.Tables;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Correspondence.Paperwork;

/// <summary>What came as paperwork of each mini-grant: a row for each file, in a partition for each mini-grant.</summary>
public sealed class PaperworkTable(TechPlanTables tables)
{
    private readonly TableClient _table = tables.Paperwork;

    /// <summary>Notes a file; the same file of the same mail again changes nothing.</summary>
    /// <param name="mail">Which mail, as its key.</param>
    /// <param name="nth">Its place in the mail.</param>
    internal async Task AddAsync(MiniGrantId grant, string mail, int nth, PaperworkFile file, CancellationToken cancellation)
    {
        var row = new TableEntity(grant.Value, string.Create(CultureInfo.InvariantCulture, $"{mail}|{nth:D3}"))
        {
            ["Name"] = file.Name,
            ["Size"] = file.Size,
            ["MediaType"] = file.MediaType,
            ["ReceivedAt"] = file.ReceivedAt,
        };
        row.SetText("MessageId", file.MessageId);
        try
        {
            await _table.AddEntityAsync(row, cancellation);
        }
        catch (RequestFailedException known) when (known.Status == 409)
        {
            // An earlier run has noted it.
        }
    }

    /// <summary>A mini-grant's paperwork, the oldest first.</summary>
    public async Task<ImmutableArray<PaperworkFile>> ListAsync(MiniGrantId grant, CancellationToken cancellation)
    {
        var files = ImmutableArray.CreateBuilder<PaperworkFile>();
        await foreach (var row in _table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {grant.Value}"), cancellationToken: cancellation))
        {
            files.Add(new PaperworkFile(
                row.GetString("Name")!, row.GetInt64("Size")!.Value, row.GetString("MediaType")!, row.GetText("MessageId")!, row.GetDateTimeOffset("ReceivedAt")!.Value));
        }

        return [.. files.OrderBy(file => file.ReceivedAt)];
    }
}
