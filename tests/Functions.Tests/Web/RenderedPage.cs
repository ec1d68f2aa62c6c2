using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using TechPlan.Functions.Web;

namespace TechPlan.Functions.Tests.Web;

/// <summary>Pages as the browser gets them.</summary>
internal static class RenderedPage
{
    private static readonly ComponentRenderer Renderer = new(new ServiceCollection().BuildServiceProvider(), NullLoggerFactory.Instance);

    internal static Task<string> OfAsync<TPage>(object model)
        where TPage : IComponent => Renderer.RenderAsync<TPage>(model);
}
