using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using TechPlan.Functions.Mailbox;
using TechPlan.Functions.Web;

namespace TechPlan.Functions.Home;

/// <summary>Says at the root what this is and where to go.</summary>
public sealed class HomeFunctions(IOptions<MailboxOptions> mailbox, Pages pages)
{
    [Function("Home")]
    public Task<IResult> HomeAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "/")] HttpRequest request) =>
        pages.ShowAsync<HomePage>(new HomeModel(mailbox.Value.Address is { Length: > 0 } address ? address : null));
}

/// <summary>What the start page shows.</summary>
/// <param name="Mailbox">Where filled-in forms are mailed to; null when no mail is read.</param>
public sealed record HomeModel(string? Mailbox);
