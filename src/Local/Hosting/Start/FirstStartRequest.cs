using System.Net.Http.Headers;
using Microsoft.Extensions.Configuration;

namespace TechPlan.Local.Hosting;

/// <summary>
/// A request that fills a new data store, from a setting such as
/// <c>Local:FirstStart:0 = PUT /api/directory/clusters samples/district/clusters.csv text/csv</c>.
/// </summary>
/// <param name="Text">The setting as it was written.</param>
/// <param name="File">The body's file; a relative path begins at the repository.</param>
internal sealed record FirstStartRequest(string Text, HttpMethod Method, string Path, string File, MediaTypeHeaderValue ContentType)
{
    private const string Setting = "Local:FirstStart";

    /// <exception cref="LocalSetupException">A setting does not have the four parts.</exception>
    public static IReadOnlyList<FirstStartRequest> Read(IConfiguration settings) =>
        [.. settings.GetSection(Setting).GetChildren().Select(child => Parse(child.Path, child.Value ?? ""))];

    public async Task<HttpResponseMessage> SendAsync(HttpClient app, CancellationToken cancellation)
    {
        await using var body = System.IO.File.OpenRead(System.IO.Path.Combine(RepositoryRoot.OrAppFolder, File));
        using var request = new HttpRequestMessage(Method, Path) { Content = new StreamContent(body) };
        request.Content.Headers.ContentType = ContentType;
        return await app.SendAsync(request, cancellation);
    }

    private static FirstStartRequest Parse(string setting, string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var method, ['/', ..] path, var file, var type]
        && MediaTypeHeaderValue.TryParse(type, out var contentType)
            ? new FirstStartRequest(text, new HttpMethod(method), path, file, contentType)
            : throw new LocalSetupException(
                $"{setting} must hold a method, a path, a file and a content type, as in 'PUT /api/things samples/things.csv text/csv', but is '{text}'.");
}
