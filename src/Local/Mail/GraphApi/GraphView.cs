using Microsoft.AspNetCore.Http;

namespace TechPlan.Local.Mail.GraphApi;

/// <summary>How a message is shown: whose view it is, and what of it was asked for.</summary>
internal sealed record GraphView(string Mailbox, GraphQuery Query, GraphPreferences Preferences)
{
    /// <summary>The view of a request that changes something; such requests have no options.</summary>
    public static GraphView Of(string mailbox, HttpRequest request) => new(mailbox, GraphQuery.Plain, GraphPreferences.Read(request));
}
