using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace TechPlan.Local.Tests.Hosting;

/// <summary>An app's HTTP functions, one for each thing the host must do for them.</summary>
[SuppressMessage("Style", "IDE0060", Justification = "The trigger's parameter is what makes them functions.")]
[SuppressMessage("Performance", "CA1822", Justification = "Functions of an instance are part of what is tested.")]
public sealed class SampleHttpFunctions(Greeter greeter)
{
    [Function("Root")]
    public static IResult Root([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "/")] HttpRequest request) => Results.Text("root");

    [Function("Greet")]
    public IResult Greet([HttpTrigger(AuthorizationLevel.Function, "get", Route = "greet/{name}")] HttpRequest request, string name) =>
        Results.Text(greeter.Greet(name));

    [Function("Scope")]
    public IResult Scope([HttpTrigger(AuthorizationLevel.Function, "get")] HttpRequest request) => Results.Text(greeter.Id.ToString());

    [Function("Typed")]
    public static IResult Typed(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "typed/{number}/{id}")] HttpRequest request,
        int number,
        Guid id,
        FunctionContext context,
        CancellationToken cancellation) =>
        Results.Text($"{number + 1} {id:N} {context.FunctionDefinition.Name} {cancellation.CanBeCanceled}");

    [Function("ReadThing")]
    public static IResult ReadThing([HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "thing")] HttpRequest request) =>
        Results.Text("read");

    [Function("WriteThing")]
    public static async Task<IResult> WriteThing([HttpTrigger(AuthorizationLevel.Function, "post", Route = "thing")] HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        return Results.Text("wrote " + await reader.ReadToEndAsync());
    }

    [Function("Action")]
    public static async Task<IActionResult> Action([HttpTrigger(AuthorizationLevel.Function, "get")] HttpRequest request)
    {
        await Task.Yield();
        return new OkObjectResult(new { answer = 42 });
    }

    [Function("Value")]
    public static ValueTask<IResult> Value([HttpTrigger(AuthorizationLevel.Function)] HttpRequest request) => new(Results.NoContent());

    [Function("Plain")]
    public static object Plain([HttpTrigger(AuthorizationLevel.Function, "get")] HttpRequest request) => new { dropped = true };

    [Function("Broken")]
    public static IResult Broken([HttpTrigger(AuthorizationLevel.Function, "get")] HttpRequest request) =>
        throw new InvalidOperationException("broken on purpose");

    [Function("Clock")]
    public static IResult Clock([HttpTrigger(AuthorizationLevel.Function, "get")] HttpRequest request, FunctionContext context) =>
        Results.Text(((TimeProvider)context.InstanceServices.GetService(typeof(TimeProvider))!).GetType().Name);
}
