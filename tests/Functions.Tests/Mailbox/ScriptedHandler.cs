using System.Collections.Concurrent;
using TechPlan.Functions.Mailbox;

namespace TechPlan.Functions.Tests.Mailbox;

/// <summary>Handles every mail by noting it.</summary>
internal sealed class ScriptedHandler : IMailHandler
{
    public ConcurrentQueue<InboundMail> Mails { get; } = new();

    public MailPlace Place { get; set; } = MailPlace.Processed;

    public IEnumerable<string> Subjects => Mails.Select(mail => mail.Subject);

    public Task<MailHandling> HandleAsync(InboundMail mail, CancellationToken cancellation)
    {
        Mails.Enqueue(mail);
        return Task.FromResult(new MailHandling(Place, []));
    }
}
