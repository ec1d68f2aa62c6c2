using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Mailbox.Parse;

/// <summary>The mails that came through Inbound Parse. One that needs attention lies in no folder, so it is a task of the office.</summary>
public sealed class ParcelSource(ParcelTable parcels, OfficeTaskTable officeTasks, TimeProvider clock) : IMailSource
{
    internal const string NeedsAttention = "mail-needs-attention";

    public MailDoor Door => MailDoor.Parse;

    public async Task<InboundMail?> ReadAsync(string key, CancellationToken cancellation) => (await parcels.ReadAsync(key, cancellation))?.Mail;

    public async Task FileAsync(string key, MailPlace place, CancellationToken cancellation)
    {
        if (place is MailPlace.NeedsAttention)
        {
            await officeTasks.AddAsync(new OfficeTask(null, NeedsAttention, key, clock.GetUtcNow()), cancellation);
        }

        await parcels.FileAsync(key, place, cancellation);
    }
}
