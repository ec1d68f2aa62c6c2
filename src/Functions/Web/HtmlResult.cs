using System.Text;
using Microsoft.AspNetCore.Http;

namespace TechPlan.Functions.Web;

/// <summary>A page that is already rendered, so that nothing can fail once its status has been sent.</summary>
public sealed class HtmlResult(int statusCode, string html) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => statusCode;

    /// <summary>The whole document.</summary>
    public string Html => html;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var response = httpContext.Response;
        var bytes = Encoding.UTF8.GetBytes(html);
        SecurityHeaders.Apply(response.Headers);
        response.StatusCode = statusCode;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = bytes.Length;
        return HttpMethods.IsHead(httpContext.Request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(bytes, httpContext.RequestAborted).AsTask();
    }
}
