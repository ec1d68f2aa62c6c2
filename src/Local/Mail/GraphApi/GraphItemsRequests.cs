using Microsoft.AspNetCore.Http;
using TechPlan.Local.Mail.Store;

namespace TechPlan.Local.Mail.GraphApi;

/// <summary>Finding the message that a request is about, with the kind of ids that it uses.</summary>
internal static class GraphItemsRequests
{
    public static Task<(MailEntry Entry, GraphDocument Message)?> FindAsync(this GraphItems items, string mailbox, string id, HttpRequest request) =>
        items.FindAsync(mailbox, id, GraphPreferences.Read(request).HasImmutableIds, request.HttpContext.RequestAborted);
}
