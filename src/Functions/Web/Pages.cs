using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace TechPlan.Functions.Web;

/// <summary>Makes HTTP answers of page components.</summary>
public sealed class Pages(ComponentRenderer renderer)
{
    /// <summary>Renders the page now, so that a fault in it is caught like any other.</summary>
    public async Task<IResult> ShowAsync<TPage>(object model, int statusCode = StatusCodes.Status200OK)
        where TPage : IComponent =>
        new HtmlResult(statusCode, await renderer.RenderAsync<TPage>(model));
}
