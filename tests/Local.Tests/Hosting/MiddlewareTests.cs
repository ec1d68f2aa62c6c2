using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Hosting;

namespace TechPlan.Local.Tests.Hosting;

public sealed class MiddlewareTests
{
    [Fact]
    public async Task Middleware_sets_headers_around_every_function()
    {
        await using var app = await StartAsync<HeaderMiddleware>();
        var answer = await app.Client.GetAsync("/thing");
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("read", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Middleware_may_turn_an_exception_into_a_page()
    {
        await using var app = await StartAsync<ErrorPageMiddleware>();
        var answer = await app.Client.GetAsync("/Broken");
        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
        Assert.Equal("broken on purpose", await answer.Content.ReadAsStringAsync());
    }

    private static Task<SampleApp> StartAsync<T>()
        where T : class, IFunctionsWorkerMiddleware =>
        SampleApp.StartAsync(
            [typeof(SampleHttpFunctions)],
            builder => builder.UseMiddleware<T>(),
            "--AzureFunctionsJobHost:extensions:http:routePrefix=");

    private sealed class HeaderMiddleware : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            await next(context);
            context.GetHttpContext()!.Response.Headers["Referrer-Policy"] = "no-referrer";
        }
    }

    private sealed class ErrorPageMiddleware : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            try
            {
                await next(context);
            }
            catch (InvalidOperationException e)
            {
                context.GetInvocationResult().Value = Results.Text(e.Message, statusCode: StatusCodes.Status502BadGateway);
            }
        }
    }
}
