using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using TechPlan.Functions.Web.Errors;
using TechPlan.Functions.Web.Forms;

namespace TechPlan.Functions.Web;

/// <summary>Makes HTTP answers of page components. They are rendered at once, so that a fault in one is caught like any other.</summary>
public sealed class Pages(ComponentRenderer renderer)
{
    public async Task<IResult> ShowAsync<TPage>(object model, int statusCode = StatusCodes.Status200OK)
        where TPage : IComponent =>
        new HtmlResult(statusCode, await renderer.RenderAsync<TPage>(model));

    /// <summary>The form again with what was typed and what is wrong with it; for programs the same as a problem.</summary>
    public async Task<IResult> AskAgainAsync<TPage>(HttpRequest request, object model, FormState form, int statusCode = StatusCodes.Status422UnprocessableEntity)
        where TPage : IComponent =>
        Asker.IsProgram(request)
            ? new ProblemAnswer(new Trouble(statusCode, "Please check your answer", string.Join(' ', form.Errors.Select(error => error.Message))), form.Errors)
            : await ShowAsync<TPage>(model, statusCode);

    public Task<IResult> TroubleAsync(HttpRequest request, Trouble trouble) => InsteadAsync<ErrorPage>(request, trouble, trouble);

    /// <summary>A page that says more than an error page could; for programs the problem alone.</summary>
    public async Task<IResult> InsteadAsync<TPage>(HttpRequest request, object model, Trouble trouble)
        where TPage : IComponent =>
        Asker.IsProgram(request) ? new ProblemAnswer(trouble) : await ShowAsync<TPage>(model, trouble.Status);

    public Task<IResult> TroubleAsync(HttpRequest request, PostedForm.Refused refused) =>
        TroubleAsync(request, new Trouble(refused.StatusCode, refused.Title, refused.Detail));
}
