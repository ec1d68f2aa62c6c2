using Azure;
using Azure.Data.Tables;
using TechPlan.Domain.MiniGrants;

namespace TechPlan.Functions.Storage;

/// <summary>A mini-grant as the table has it.</summary>
/// <param name="Version">How many events led here.</param>
/// <param name="Source">The key of what it came in as; it tells a second delivery from another request with the same id.</param>
/// <param name="Mark">The version of its row in OpenWork when this state was committed; see <see cref="OpenWorkTable"/>.</param>
public sealed record StoredMiniGrant(MiniGrant State, int Version, string Source, string Mark, ETag ETag)
{
    internal static StoredMiniGrant NotYet(string source, string mark) => new(MiniGrant.NotSubmitted.Instance, 0, source, mark, default);

    internal static StoredMiniGrant From(TableEntity row) => new(
        StoredJson.Read<MiniGrant>(row.GetText("Json")!),
        row.GetInt32("Version")!.Value,
        row.GetString("Source")!,
        row.GetString("Mark")!,
        row.ETag);

    internal TableEntity ToRow(MiniGrantId id)
    {
        var row = new TableEntity(id.Value, MiniGrantRows.State) { ["Version"] = Version, ["Source"] = Source, ["Mark"] = Mark };
        row.SetText("Json", StoredJson.Write(State));
        return row;
    }
}

/// <summary>A mini-grant with everything of it that waits to be sent.</summary>
/// <param name="Grant">Null when nothing has been filed under the id.</param>
/// <param name="Outbox">The waiting rows in the order of their keys.</param>
/// <param name="Conversation">The mail that the conversation about it began with, by its carrier's id; null until there is one.</param>
public sealed record MiniGrantWork(StoredMiniGrant? Grant, IReadOnlyList<TableEntity> Outbox, string? Conversation)
{
    /// <summary>What there is after a commit.</summary>
    internal MiniGrantWork With(Commit commit) => this with { Grant = commit.After, Outbox = [.. Outbox, .. commit.Outbox], Conversation = commit.Conversation ?? Conversation };
}

/// <summary>What a commit left in the table.</summary>
/// <param name="Outbox">The notices that it put into the outbox, with their versions.</param>
/// <param name="Conversation">The mail that it came in with, when this filed it; else null.</param>
internal sealed record Commit(StoredMiniGrant After, IReadOnlyList<TableEntity> Outbox, string? Conversation);
