using System.Collections.Concurrent;
using TechPlan.Functions.Mailbox;

namespace TechPlan.Functions.Tests.Mailbox;

/// <summary>A door with mails of the test's making, and somebody who handles them: both note what is asked of them.</summary>
internal sealed class ScriptedDoor : IMailSource, IMailHandler
{
    public MailDoor Door => MailDoor.Parse;

    public ConcurrentDictionary<string, InboundMail> Mails { get; } = new();

    /// <summary>The Message-IDs in the order of handling.</summary>
    public ConcurrentQueue<string> Handled { get; } = new();

    /// <summary>Where each key was filed.</summary>
    public ConcurrentDictionary<string, MailPlace> Filed { get; } = new();

    /// <summary>What is thrown when a key is read or handled; null lets it pass.</summary>
    public Func<string, Exception?> Fails { get; set; } = _ => null;

    public void Put(string key, string? messageId = null) => Mails[key] = new InboundMail(
        messageId ?? key + "@example.org", Support.TestApp.Dana.Email, "Dana Field", "A request", DateTimeOffset.UnixEpoch, [], "text", null, [], null, null);

    public Task<InboundMail?> ReadAsync(string key, CancellationToken cancellation) =>
        Fails(key) is { } problem ? Task.FromException<InboundMail?>(problem) : Task.FromResult(Mails.GetValueOrDefault(key));

    public Task FileAsync(string key, MailPlace place, CancellationToken cancellation)
    {
        Filed[key] = place;
        return Task.CompletedTask;
    }

    public Task<MailHandling> HandleAsync(InboundMail mail, CancellationToken cancellation)
    {
        if (Fails(mail.MessageId) is { } problem)
        {
            return Task.FromException<MailHandling>(problem);
        }

        Handled.Enqueue(mail.MessageId);
        return Task.FromResult(new MailHandling(MailPlace.Processed, []));
    }
}
