using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;

namespace TechPlan.Functions.Web;

/// <summary>
/// Turns a Razor component into HTML, every value encoded. A renderer keeps what it has rendered, so each call has its own; the
/// machinery is not loaded before the first call, since the start of the app does not need it.
/// </summary>
public sealed class ComponentRenderer(IServiceProvider services, ILoggerFactory loggers)
{
    /// <summary>Renders a component whose only parameter is called <c>Model</c>.</summary>
    public async Task<string> RenderAsync<TComponent>(object model)
        where TComponent : IComponent
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Model"] = model });
            var root = await renderer.RenderComponentAsync<TComponent>(parameters);
            return root.ToHtmlString();
        });
    }
}
