using TechPlan.Domain;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Mail.Rendering;

namespace TechPlan.Functions.Mail.Letters;

/// <summary>Takes letters that no mini-grant's outbox has: answers to mails, links to drafts. What is posted is sent once, and survives a crash.</summary>
public interface ILetterBox
{
    /// <summary>Keeps a letter until a carrier has taken it. A key that was posted before changes nothing, even after the letter was sent.</summary>
    /// <returns>False when the key was posted before.</returns>
    Task<bool> PostAsync(Letter letter, CancellationToken cancellation);
}

/// <summary>One mail to one person.</summary>
/// <param name="Key">Ours, the same whenever the same letter is posted again: the door, what it answers, and its role.</param>
/// <param name="About">The mini-grant or draft it is about; a reply to it is known by this.</param>
/// <param name="Answers">What it is a reply to; null for a letter that begins a conversation.</param>
public sealed record Letter(string Key, Person To, MailContent Content, MiniGrantId? About, AnsweredMail? Answers = null);

/// <summary>The mail that a letter replies to.</summary>
/// <param name="MessageId">RFC 5322's Message-ID, without angle brackets.</param>
/// <param name="GraphId">Its immutable id in our mailbox; null when it came through another door.</param>
public sealed record AnsweredMail(string MessageId, string? GraphId);
