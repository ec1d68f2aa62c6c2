using TechPlan.Domain.Notices;
using TechPlan.Functions.Mail.Carriers;

namespace TechPlan.Functions.Mail.Delivery;

/// <summary>Which carrier takes a mail: Graph for staff, SendGrid for registered people, the other one when that is not configured.</summary>
internal sealed class CarrierChoice(IEnumerable<IMailCarrier> carriers)
{
    private const string NotConfigured = "not-configured";

    /// <summary>For a mail that no carrier has seen.</summary>
    public MailRow First(MailRow row) => IfNeeded(row with { Carrier = PrimaryOf(row.Notice.To) });

    /// <summary>Changes the carrier only if it cannot be asked and the other can.</summary>
    public T IfNeeded<T>(T mail)
        where T : MailProgress => !CanAsk(mail.Carrier) && CanAsk(MailVerdict.Other(mail.Carrier))
        ? (T)((MailProgress)MailVerdict.TakenOver(mail, NotConfigured) with { State = mail.State, Attempts = mail.Attempts })
        : mail;

    /// <summary>Whether the one that does not have the mail could take it.</summary>
    public bool OtherCanTakeOver(MailProgress mail) => CanAsk(MailVerdict.Other(mail.Carrier));

    private bool CanAsk(CarrierName name) => carriers.Any(carrier => carrier.Name == name && carrier.IsConfigured);

    private static CarrierName PrimaryOf(Audience audience) => audience is Audience.RegisteredPeople ? CarrierName.SendGrid : CarrierName.Graph;
}
