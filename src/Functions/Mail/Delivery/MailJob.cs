using TechPlan.Functions.Mail.Carriers;

namespace TechPlan.Functions.Mail.Delivery;

/// <summary>One mail on its way.</summary>
internal sealed class MailJob(MailRow row, bool isNew, bool triedBefore)
{
    /// <summary>As it stands, whether the table knows it yet or not.</summary>
    public MailRow Row { get; set; } = row;

    /// <summary>Has no row in the table yet.</summary>
    public bool IsNew { get; set; } = isNew;

    /// <summary>A carrier may have seen it without our knowing.</summary>
    public bool TriedBefore => triedBefore;

    /// <summary>The carrier's last word on it in this pass.</summary>
    public CarrierAnswer? Answer { get; set; }

    /// <summary>As the carrier gets it.</summary>
    public OutgoingMail? Mail { get; set; }
}
