using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Forms;
using TechPlan.Functions.Forms.Writing;
using TechPlan.Functions.Mailbox;
using TechPlan.Functions.Setup;

namespace TechPlan.Functions.Tests.Forms;

public sealed class FormDownloadsTests
{
    private static readonly FormFacts Facts = new("Lakeview Public Schools", "mini-grants@example.org", 14);

    private readonly FormDownloads _downloads = new(
        Options.Create(new DistrictOptions { Name = Facts.District }), Options.Create(new MailboxOptions { Address = Facts.Mailbox! }), Options.Create(new MiniGrantPolicy()));

    [Fact]
    public async Task The_form_comes_as_a_file_to_keep()
    {
        var (response, body) = await AskAsync("GET");

        Assert.Equal(200, response.StatusCode);
        Assert.Equal(WordForm.Write(Facts), body);
        Assert.Equal("application/vnd.openxmlformats-officedocument.wordprocessingml.document", response.ContentType);
        Assert.Contains("attachment; filename=mini-grant-request.docx", response.Headers.ContentDisposition.ToString(), StringComparison.Ordinal);
        Assert.Equal("public, max-age=300", response.Headers.CacheControl);
    }

    [Fact]
    public async Task It_comes_as_a_pdf_just_so()
    {
        var (response, body) = await AskAsync("GET", ask: _downloads.Pdf);

        Assert.Equal(PdfForm.Write(Facts), body);
        Assert.Equal("application/pdf", response.ContentType);
        Assert.Contains("attachment; filename=mini-grant-request.pdf", response.Headers.ContentDisposition.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_it_already_gets_no_second_copy()
    {
        var (first, _) = await AskAsync("GET");

        var (second, body) = await AskAsync("GET", first.Headers.ETag);

        Assert.Equal((304, 0), (second.StatusCode, body.Length));
    }

    [Fact]
    public async Task A_question_about_it_is_answered_without_it()
    {
        var (response, body) = await AskAsync("HEAD");

        Assert.Equal((200, 0), (response.StatusCode, body.Length));
        Assert.True(response.ContentLength > 1000);
    }

    private async Task<(HttpResponse Response, byte[] Body)> AskAsync(string method, string? knownTag = null, Func<HttpRequest, IResult>? ask = null)
    {
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider() };
        context.Request.Method = method;
        context.Request.Headers.IfNoneMatch = knownTag;
        context.Response.Body = body;
        await (ask ?? _downloads.Word)(context.Request).ExecuteAsync(context);
        await context.Response.BodyWriter.FlushAsync();
        return (context.Response, body.ToArray());
    }
}
