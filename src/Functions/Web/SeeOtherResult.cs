using Microsoft.AspNetCore.Http;

namespace TechPlan.Functions.Web;

/// <summary>Sends the browser back to a page after a form was taken, so that reloading it posts nothing again.</summary>
public sealed class SeeOtherResult(string location) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => StatusCodes.Status303SeeOther;

    /// <summary>A path of this app, with or without a query.</summary>
    public string Location => location;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        SecurityHeaders.Apply(httpContext.Response.Headers);
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = location;
        return Task.CompletedTask;
    }
}
