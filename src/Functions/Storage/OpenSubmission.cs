using Azure.Data.Tables;
using TechPlan.Domain.MiniGrants;

namespace TechPlan.Functions.Storage;

/// <summary>A request that was accepted at a door and is not yet filed as a mini-grant.</summary>
/// <param name="Source">The sender's own key of what came in, with the door.</param>
/// <param name="Body">What came in, byte by byte.</param>
/// <param name="Verdict">What was decided at the door; it binds.</param>
/// <param name="Facts">What it was decided with.</param>
public sealed record OpenSubmission(MiniGrantId Id, string Source, byte[] Body, MiniGrantEvent.Submitted Verdict, SubmissionFacts Facts)
{
    /// <summary>The mail in our mailbox that it came with, where the conversation about it goes on; null when it came through another door.</summary>
    public string? Conversation { get; init; }

    internal void WriteTo(TableEntity row)
    {
        row["Source"] = Source;
        row.SetBytes("Body", Body);
        row.SetText("Verdict", StoredJson.Write(Verdict));
        row.SetText("Facts", StoredJson.Write(Facts));
        if (Conversation is not null)
        {
            row["Conversation"] = Conversation;
        }
    }

    internal static OpenSubmission? From(MiniGrantId id, TableEntity row) => row.GetText("Verdict") is not { } verdict
        ? null
        : new OpenSubmission(
            id,
            row.GetString("Source")!,
            row.GetBytes("Body")!,
            (MiniGrantEvent.Submitted)StoredJson.Read<MiniGrantEvent>(verdict),
            StoredJson.Read<SubmissionFacts>(row.GetText("Facts")!))
        {
            Conversation = row.GetString("Conversation"),
        };
}

/// <summary>A submission as OpenWork has it.</summary>
/// <param name="Mark">The version of its row.</param>
public sealed record RecordedSubmission(OpenSubmission Submission, string Mark);
