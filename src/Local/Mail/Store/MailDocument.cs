using System.Text.Json.Serialization;
using TechPlan.Local.Mail.GraphApi;
using TechPlan.Local.Mail.SendGridApi;

namespace TechPlan.Local.Mail.Store;

/// <summary>What one accepted request left behind: stored whole or not at all, whatever the number of its recipients.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "carrier")]
[JsonDerivedType(typeof(GraphDocument), Carriers.Graph)]
[JsonDerivedType(typeof(SendGridDocument), Carriers.SendGrid)]
internal abstract record MailDocument(string Id)
{
    /// <summary>The mails that it became, in the order of recipients; none while it is a draft.</summary>
    [JsonIgnore]
    public abstract IReadOnlyList<MailSummary> Summaries { get; }

    /// <summary>The app's own ids that it carries, by which the app asks later whether it went out.</summary>
    [JsonIgnore]
    public abstract IReadOnlyList<Mark> Marks { get; }

    public abstract IReadOnlyList<DeliveredMail> Deliver();
}

/// <summary>A named value that an app put on a mail: an extended property at Graph, a custom argument at SendGrid.</summary>
internal readonly record struct Mark(string Name, string Value);
