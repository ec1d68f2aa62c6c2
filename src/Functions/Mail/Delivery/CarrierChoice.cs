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
    public MailRow IfNeeded(MailRow row) => !CanAsk(row.Carrier) && CanAsk(MailVerdict.Other(row.Carrier))
        ? MailVerdict.TakenOver(row, NotConfigured) with { State = row.State, Attempts = row.Attempts }
        : row;

    /// <summary>Whether the one that does not have the mail could take it.</summary>
    public bool OtherCanTakeOver(MailRow row) => CanAsk(MailVerdict.Other(row.Carrier));

    private bool CanAsk(CarrierName name) => carriers.Any(carrier => carrier.Name == name && carrier.IsConfigured);

    private static CarrierName PrimaryOf(Audience audience) => audience is Audience.RegisteredPeople ? CarrierName.SendGrid : CarrierName.Graph;
}
