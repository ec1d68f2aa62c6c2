namespace TechPlan.Functions.Mail.Carriers;

/// <summary>What the choice between carriers needs to know of each. How mails are given to one is its own affair: Graph takes drafts one by one, SendGrid a call for many.</summary>
internal interface IMailCarrier
{
    CarrierName Name { get; }

    /// <summary>Whether it can be asked at all.</summary>
    bool IsConfigured { get; }
}
