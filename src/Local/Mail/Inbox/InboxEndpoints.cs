using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace TechPlan.Local.Mail.Inbox;

/// <summary><c>/local</c>: every mail, for people.</summary>
internal sealed class InboxEndpoints(MailReader mails, IOptions<LocalMailOptions> options)
{
    private const int PageSize = 50;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/local", ListAsync);
        routes.MapGet("/local/mail/{id}", ShowAsync);
    }

    private async Task<IResult> ListAsync(HttpRequest request)
    {
        var search = InboxSearch.Read(request.Query);
        var all = await mails.NewestAsync(request.HttpContext.RequestAborted);
        var found = search.IsNarrowed ? [.. all.Where(search.Matches)] : all;
        var here = found.Skip((search.Page - 1) * PageSize).Take(PageSize).Select(mail => mail.Delivered()).ToList();
        var folders = all.Select(mail => mail.Summary.Folder ?? InboxSearch.Sent).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase);
        return InboxPage.Show(new InboxView(search, here, found.Count, all.Count, PageSize, [.. folders]), options.Value.SampleCommand);
    }

    private async Task<IResult> ShowAsync(string id, CancellationToken cancellation) =>
        await mails.FindAsync(id, cancellation) is { } mail ? MailPage.Show(mail) : MailPage.Missing();
}

/// <param name="Found">How many mails the search found on all its pages.</param>
/// <param name="All">How many mails there are whatever the search.</param>
/// <param name="Folders">Those that hold any mail; what went out counts as one.</param>
internal sealed record InboxView(InboxSearch Search, IReadOnlyList<DeliveredMail> Mails, int Found, int All, int PageSize, IReadOnlyList<string> Folders)
{
    public int Pages => Math.Max(1, (Found + PageSize - 1) / PageSize);
}
