namespace TechPlan.Functions.Mail.Carriers;

/// <summary>A service that takes mails. It neither throws for what can be expected nor waits: it says when to come again.</summary>
internal interface IMailCarrier
{
    CarrierName Name { get; }

    /// <summary>Whether it can be asked at all.</summary>
    bool IsConfigured { get; }
}
