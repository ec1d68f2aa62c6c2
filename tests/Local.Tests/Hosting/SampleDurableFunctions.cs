using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace TechPlan.Local.Tests.Hosting;

/// <summary>An orchestration that greets, waits a day and greets again; started and asked for by HTTP.</summary>
internal sealed class SampleDurableFunctions(Greeter greeter, RunLog log)
{
    [Function(nameof(GreetTwice))]
    public static async Task<string> GreetTwice([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var first = await context.CallActivityAsync<string>(nameof(GreetByName), new Person(context.GetInput<string>()!));
        await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
        var second = await context.CallActivityAsync<string>(nameof(GreetByName), new Person("again"));
        return $"{first}; {second}";
    }

    [Function(nameof(GreetByName))]
    public async Task<string> GreetByName([ActivityTrigger] Person person, CancellationToken cancellation)
    {
        await Task.Delay(1, cancellation);
        log.Write(person.Name);
        return greeter.Greet(person.Name);
    }

    [Function(nameof(Begin))]
    public static async Task<IResult> Begin(
        [HttpTrigger("post", Route = "greetings/{name}")] HttpRequest request,
        string name,
        [DurableClient] DurableTaskClient engine)
    {
        var id = await engine.ScheduleNewOrchestrationInstanceAsync(nameof(GreetTwice), name, request.HttpContext.RequestAborted);
        return Results.Text(id);
    }

    [Function(nameof(Outcome))]
    public static async Task<IResult> Outcome(
        [HttpTrigger("get", Route = "greetings/{id}")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient engine)
    {
        var instance = await engine.GetInstanceAsync(id, getInputsAndOutputs: true, request.HttpContext.RequestAborted);
        return Results.Text($"{instance?.RuntimeStatus} {instance?.SerializedOutput}");
    }

    internal sealed record Person(string Name);
}
