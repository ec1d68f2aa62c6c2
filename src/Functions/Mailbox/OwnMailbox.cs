using Microsoft.Extensions.Options;
using TechPlan.Domain;
using TechPlan.Functions.Setup;

namespace TechPlan.Functions.Mailbox;

/// <summary>The mailbox that staff mail is sent from, so that a reply comes back to where it is read.</summary>
public sealed class OwnMailbox(IOptions<MailboxOptions> mailbox, IOptions<OfficeOptions> office)
{
    public string Address => mailbox.Value.IsRead ? mailbox.Value.Address : office.Value.Mailbox;

    /// <summary>Who a mail is from, and whom a reply reaches: the office, at this mailbox.</summary>
    public Person Sender => new(office.Value.Name, EmailAddress.Parse(Address));
}
