namespace TechPlan.Local.Mail.GraphApi;

/// <summary>What look-ups need of a message without opening it.</summary>
/// <param name="Mailbox">The mailbox that it was written in or delivered to.</param>
/// <param name="IsIncoming">Delivered to the mailbox by somebody outside.</param>
internal sealed record GraphHead(string Mailbox, string ConversationId, string InternetMessageId, bool IsIncoming);
