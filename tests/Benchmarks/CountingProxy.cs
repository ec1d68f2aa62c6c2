using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace TechPlan.Benchmarks;

/// <summary>Stands between the app and Azurite and notes each request: its table, and all that it said. A transaction is one request.</summary>
internal sealed class CountingProxy : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
    private readonly Uri _target;
    private ConcurrentQueue<TableRequest> _requests = new();

    private CountingProxy(int port, int target)
    {
        _target = new Uri($"http://127.0.0.1:{target.ToString(CultureInfo.InvariantCulture)}");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(port));
        _app = builder.Build();
        _app.Run(ForwardAsync);
    }

    public static async Task<CountingProxy> StartAsync(int port, int target)
    {
        var proxy = new CountingProxy(port, target);
        await proxy._app.StartAsync();
        return proxy;
    }

    /// <summary>The requests since the last time this was asked.</summary>
    public IReadOnlyCollection<TableRequest> Take() => Interlocked.Exchange(ref _requests, new());

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _http.Dispose();
    }

    private async Task ForwardAsync(HttpContext context)
    {
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        _requests.Enqueue(Note(context.Request, body));
        using var request = Copy(context.Request, body);
        using var answer = await _http.SendAsync(request, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var header in answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key is not ("Transfer-Encoding" or "Connection" or "Keep-Alive")))
        {
            context.Response.Headers[header.Key] = header.Value.ToArray();
        }

        await answer.Content.CopyToAsync(context.Response.Body);
    }

    private HttpRequestMessage Copy(HttpRequest source, MemoryStream body)
    {
        var request = new HttpRequestMessage(new HttpMethod(source.Method), AsSent(source));
        if (body.Length > 0)
        {
            request.Content = new ByteArrayContent(body.ToArray());
        }

        foreach (var header in source.Headers.Where(header => header.Key is not ("Host" or "Connection")))
        {
            if (!request.Headers.TryAddWithoutValidation(header.Key, header.Value.AsEnumerable()))
            {
                request.Content?.Headers.TryAddWithoutValidation(header.Key, header.Value.AsEnumerable());
            }
        }

        return request;
    }

    /// <summary>Letter for letter as it was sent: the signature is made over the address.</summary>
    private Uri AsSent(HttpRequest source)
    {
        var asSent = source.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        return new Uri($"{_target.GetLeftPart(UriPartial.Authority)}{asSent}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
    }

    /// <summary>The table is in the path, or for a transaction in the path of its first operation.</summary>
    private static TableRequest Note(HttpRequest request, MemoryStream body)
    {
        var text = Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length);
        var path = request.Path.Value!;
        var named = path.EndsWith("/$batch", StringComparison.Ordinal) ? text.Split("devstoreaccount1", 2)[1] : path.Replace("/devstoreaccount1", "", StringComparison.Ordinal);
        var table = new string([.. named.TrimStart('/').TakeWhile(char.IsLetterOrDigit)]);
        return new TableRequest(table, $"{path} {request.QueryString.Value} {text}");
    }
}

/// <param name="Said">Address and body, as text.</param>
internal sealed record TableRequest(string Table, string Said);
