using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace TechPlan.Functions.Mailbox.Notifications;

/// <summary>Tells Graph's notifications from anybody else's: only Graph knows the secret that the subscription was made with.</summary>
public sealed class ClientState(IOptions<MailboxOptions> options)
{
    private readonly byte[] _expected = Hash(options.Value.ClientState);

    /// <summary>Takes the same time whatever is wrong with it.</summary>
    public bool IsOurs(string given) => CryptographicOperations.FixedTimeEquals(_expected, Hash(given));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
