using Microsoft.DurableTask.Client;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Mailbox.Parse;

/// <summary>Records what came by Inbound Parse, so that it may be forgotten there.</summary>
public sealed class ParseDesk(ParcelTable parcels, IArrivals arrivals, OfficeTaskTable officeTasks)
{
    internal const string Unreadable = "mail-unreadable";

    /// <summary>
    /// Keeps a parcel and sees to it that somebody looks at it: the mailroom, or a person when it cannot be read. Done again after a
    /// crash it changes nothing.
    /// </summary>
    internal async Task TakeInAsync(Parcel parcel, CancellationToken cancellation)
    {
        await parcels.KeepAsync(parcel, cancellation);
        await (parcel.Mail is not null
            ? arrivals.AnnounceAsync(MailDoor.Parse, parcel.Key, parcel.ReceivedAt, cancellation)
            : officeTasks.AddAsync(new OfficeTask(null, Unreadable, parcel.Key, parcel.ReceivedAt), cancellation));
    }

    internal Task NudgeAsync(DurableTaskClient engine, CancellationToken cancellation) => arrivals.NudgeAsync(engine, cancellation);
}
