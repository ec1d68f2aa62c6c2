using Microsoft.AspNetCore.Builder;

namespace TechPlan.Benchmarks;

internal static class EmptyApp
{
    public static Task RunAsync(string port)
    {
        var app = WebApplication.CreateBuilder().Build();
        app.Urls.Add($"http://localhost:{port}");
        app.MapGet("/health", () => "ok");
        return app.RunAsync();
    }
}
