namespace TechPlan.Functions.Mailbox;

/// <summary>Where mails that came in by one door are kept, from their arrival until they are handled and after.</summary>
public interface IMailSource
{
    /// <summary>Which door it is; an arrival bears the name, so the names are part of the stored data.</summary>
    MailDoor Door { get; }

    /// <summary>The mail; null when it is no longer there.</summary>
    /// <param name="key">What the door recorded the arrival under.</param>
    Task<InboundMail?> ReadAsync(string key, CancellationToken cancellation);

    /// <summary>Puts a handled mail in its place. One that is there already, or gone, is left as it is.</summary>
    Task FileAsync(string key, MailPlace place, CancellationToken cancellation);
}
