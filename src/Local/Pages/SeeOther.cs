using Microsoft.AspNetCore.Http;

namespace TechPlan.Local.Pages;

/// <summary>Sends the browser on after a form was posted, so that a reload does not post it again.</summary>
internal sealed class SeeOther(string address) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = address;
        return Task.CompletedTask;
    }
}
