namespace TechPlan.Local.Mail.GraphApi.Delta;

/// <summary>Something that a folder's delta tells.</summary>
/// <param name="At">The arrival that it is told at.</param>
internal sealed record DeltaChange(GraphDocument Message, long At, bool IsRemoved)
{
    /// <returns>Null when the message never was in the folder, or has nothing new to tell.</returns>
    public static DeltaChange? Of(GraphDocument message, long arrival, string folder, DeltaToken token)
    {
        if (message.Incoming is not { } incoming)
        {
            return null;
        }

        var change = incoming.Folder?.Key == folder ? new DeltaChange(message, token.OnlyCreated ? incoming.EnteredAt : arrival, IsRemoved: false)
            // A client that begins knows of nothing that could be gone.
            : incoming.Left.Contains(folder, StringComparer.Ordinal) && token.Since > 0 ? new DeltaChange(message, incoming.EnteredAt, IsRemoved: true)
            : null;
        return change is not null && change.At > Math.Max(token.Since, token.After) && change.At <= token.UpTo ? change : null;
    }
}
