using TechPlan.Domain;

namespace TechPlan.Functions.Mail.Rendering.Letters;

/// <summary>What only the office's mails have.</summary>
internal static class OfficeBlocks
{
    /// <summary>The open tasks, so that the office learns of them without looking at a page; null when there are none.</summary>
    public static MailBlock? Tasks(MailContext context) =>
        context.OfficeTasks.IsEmpty ? null : new MailBlock.Attention("Also open at the office", context.OfficeTasks);

    /// <summary>A mail to somebody, begun; null when there is nobody to write to.</summary>
    public static MailBlock? WriteTo(Person? person, string subject) =>
        person is not null && Uri.TryCreate($"mailto:{Escaped(person.Email)}?subject={Uri.EscapeDataString(subject)}", UriKind.Absolute, out var to)
            ? new MailBlock.Button($"Write to {PlainWords.Line(person.Name)}", to)
            : null;

    private static string Escaped(EmailAddress address) =>
        Uri.EscapeDataString(address.Value).Replace("%40", "@", StringComparison.Ordinal);
}
