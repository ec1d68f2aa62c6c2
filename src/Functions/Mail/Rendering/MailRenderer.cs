using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;

namespace TechPlan.Functions.Mail.Rendering;

/// <summary>A mail as it is handed to a carrier.</summary>
internal sealed record RenderedMail(string Subject, string Html, string Text);

/// <summary>
/// Turns what a mail says into HTML and plain text. The renderer is made for the first mail and not at start: most starts of the
/// app send none.
/// </summary>
internal sealed class MailRenderer(IServiceProvider services, ILoggerFactory logs) : IAsyncDisposable
{
    private readonly Lazy<HtmlRenderer> _renderer = new(() => new HtmlRenderer(services, logs));

    public Task<RenderedMail> RenderAsync(MailContext context) => RenderAsync(MailComposer.Compose(context));

    public async Task<RenderedMail> RenderAsync(MailContent content) =>
        new(content.Subject, await HtmlAsync(content), MailText.Write(content));

    public ValueTask DisposeAsync() => _renderer.IsValueCreated ? _renderer.Value.DisposeAsync() : ValueTask.CompletedTask;

    private Task<string> HtmlAsync(MailContent content)
    {
        var renderer = _renderer.Value;
        return renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(MailPage.Mail)] = content });
            var page = await renderer.RenderComponentAsync<MailPage>(parameters);
            return page.ToHtmlString();
        });
    }
}
