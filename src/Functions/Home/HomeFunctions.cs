using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TechPlan.Functions.Web;

namespace TechPlan.Functions.Home;

/// <summary>Says at the root what this is and where to go.</summary>
public sealed class HomeFunctions(Pages pages)
{
    [Function("Home")]
    public Task<IResult> HomeAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "/")] HttpRequest request) =>
        pages.ShowAsync<HomePage>(Nothing);

    private static readonly object Nothing = new();
}
