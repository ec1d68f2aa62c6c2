using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using TechPlan.Functions.Web.Forms;

namespace TechPlan.Functions.Web.Errors;

/// <summary>A problem for programs (RFC 9457), with the headers that every answer about a mini-grant has.</summary>
public sealed class ProblemAnswer(Trouble trouble, IReadOnlyCollection<FieldError>? errors = null) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => trouble.Status;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        SecurityHeaders.Apply(httpContext.Response.Headers);
        return TypedResults.Problem(Details()).ExecuteAsync(httpContext);
    }

    private ProblemDetails Details()
    {
        var details = new ProblemDetails
        {
            Status = trouble.Status,
            Title = trouble.Title,
            Detail = trouble.WayOut is null ? trouble.Detail : $"{trouble.Detail} {trouble.WayOut}",
        };
        if (trouble.Reference is not null)
        {
            details.Extensions["reference"] = trouble.Reference;
        }

        if (errors is not null)
        {
            details.Extensions["errors"] = errors.Select(error => new { pointer = $"/{error.Field}", detail = error.Message });
        }

        return details;
    }
}
