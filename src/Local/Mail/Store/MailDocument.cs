using System.Text.Json.Serialization;
using TechPlan.Local.Mail.GraphApi;
using TechPlan.Local.Mail.GraphApi.Delta;
using TechPlan.Local.Mail.GraphApi.Folders;
using TechPlan.Local.Mail.GraphApi.Subscriptions;
using TechPlan.Local.Mail.SendGridApi;

namespace TechPlan.Local.Mail.Store;

/// <summary>
/// What one accepted request left behind, stored whole or not at all: a mail whatever the number of its recipients, a folder, a
/// subscription.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "carrier")]
[JsonDerivedType(typeof(GraphDocument), Carriers.Graph)]
[JsonDerivedType(typeof(SendGridDocument), Carriers.SendGrid)]
[JsonDerivedType(typeof(FolderDocument), "folder")]
[JsonDerivedType(typeof(SubscriptionDocument), "subscription")]
[JsonDerivedType(typeof(DeltaDocument), "delta")]
internal abstract record MailDocument(string Id)
{
    /// <summary>The mails that it became, in the order of recipients; none while it is a draft.</summary>
    [JsonIgnore]
    public virtual IReadOnlyList<MailSummary> Summaries => [];

    /// <summary>The app's own ids that it carries, by which the app asks later whether it went out.</summary>
    [JsonIgnore]
    public virtual IReadOnlyList<Mark> Marks => [];

    public virtual IReadOnlyList<DeliveredMail> Deliver() => [];
}

/// <summary>A named value that an app put on a mail: an extended property at Graph, a custom argument at SendGrid.</summary>
internal readonly record struct Mark(string Name, string Value);
