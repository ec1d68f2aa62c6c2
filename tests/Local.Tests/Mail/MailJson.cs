namespace TechPlan.Local.Tests.Mail;

/// <summary>A mail as a script reads it from /local/mail.json.</summary>
internal sealed record MailJson(
    string Id,
    string Carrier,
    string From,
    string[] To,
    string[] VisibleRecipients,
    string Subject,
    string Text,
    string? Html,
    string[] Links,
    DateTimeOffset SentAt,
    string? ConversationId,
    Dictionary<string, string> CustomArgs);
