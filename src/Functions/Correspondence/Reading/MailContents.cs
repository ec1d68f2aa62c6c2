using System.Collections.Immutable;
using TechPlan.Functions.Forms;
using TechPlan.Functions.Forms.Reading;

namespace TechPlan.Functions.Correspondence.Reading;

/// <summary>What was found in a mail.</summary>
/// <param name="Forms">Request forms with something in them, in the order of the mail.</param>
/// <param name="Unread">Files that may be forms but cannot be read.</param>
/// <param name="Others">Names of attached files that are no form.</param>
internal sealed record MailContents(ImmutableArray<FoundForm> Forms, ImmutableArray<UnreadFile> Unread, ImmutableArray<string> Others)
{
    /// <summary>Whether anybody attached anything.</summary>
    internal bool HasFiles => !Unread.IsEmpty || !Others.IsEmpty;
}

/// <summary>A filled-in request form.</summary>
/// <param name="Nth">Its place among the mail's forms, from 1; the same whenever the mail is read.</param>
/// <param name="Name">The file's name; null when the form was typed into the mail itself.</param>
/// <param name="File">The file's bytes; empty for a form typed into the mail.</param>
internal sealed record FoundForm(int Nth, string? Name, TypedForm Typed, ReadOnlyMemory<byte> File);

/// <summary>A file that cannot be read, and why.</summary>
internal sealed record UnreadFile(string Name, UnreadableFile Why);
