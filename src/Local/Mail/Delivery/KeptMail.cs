namespace TechPlan.Local.Mail.Delivery;

/// <summary>A mail that came in, as <c>GET /local/mailboxes/{address}/messages</c> lists it.</summary>
/// <param name="Folder">Where it lies by now, by the folder's display name.</param>
internal sealed record KeptMail(string Id, string InternetMessageId, string ConversationId, string From, string Subject, DateTimeOffset ReceivedAt, string? Folder);
