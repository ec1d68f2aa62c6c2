namespace TechPlan.Local.Mail.Mime;

/// <summary>One line of a mail's head, unfolded and otherwise as it came; encoded words are still encoded.</summary>
internal sealed record MimeHeader(string Name, string Value)
{
    public bool Is(string name) => string.Equals(Name, name, StringComparison.OrdinalIgnoreCase);
}
