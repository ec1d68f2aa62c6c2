using System.Text.Json.Serialization;
using TechPlan.Local.Mail.GraphApi.Attachments;
using TechPlan.Local.Mail.GraphApi.Folders;

namespace TechPlan.Local.Mail.GraphApi;

/// <summary>What a mailbox knows of a mail that came in from outside, and what its owner did with it.</summary>
/// <param name="Folder">Where it lies; null once it is deleted.</param>
/// <param name="EnteredAt">The arrival at which it came into its folder: to that folder's delta it is new.</param>
/// <param name="Left">The folders that it lay in before; their deltas tell that it is gone.</param>
/// <param name="Moves">How often it was moved. Every move gives it another id, except for those who ask for immutable ones.</param>
/// <param name="HasWholeBody">False when the body is too long for the row; the mail as it came holds it.</param>
internal sealed record GraphIncoming(
    string InternetMessageId,
    DateTimeOffset ReceivedAt,
    FolderName? Folder,
    long EnteredAt,
    IReadOnlyList<string> Left,
    int Moves,
    bool IsRead,
    IReadOnlyList<GraphAttachment> Attachments,
    bool HasWholeBody)
{
    [JsonIgnore]
    public string FolderForPeople => Folder?.Name ?? "Deleted";

    public GraphIncoming MovedTo(FolderName? folder, long arrival) => this with
    {
        Folder = folder,
        EnteredAt = arrival,
        Left = Folder is { } before ? [.. Left.Append(before.Key).Distinct(StringComparer.Ordinal)] : Left,
        Moves = Moves + 1,
    };
}
