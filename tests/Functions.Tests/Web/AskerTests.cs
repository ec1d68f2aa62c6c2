using Microsoft.AspNetCore.Http;
using TechPlan.Functions.Web.Errors;

namespace TechPlan.Functions.Tests.Web;

public sealed class AskerTests
{
    [Theory]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "/review/x", false)]
    [InlineData("application/json", "/review/x", true)]
    [InlineData("application/problem+json, text/html;q=0.5", "/review/x", true)]
    [InlineData("text/html, application/json;q=0.5", "/api/mini-grants", false)]
    [InlineData("*/*", "/review/x", false)]
    [InlineData("*/*", "/api/mini-grants", true)]
    [InlineData("", "/status/x", false)]
    [InlineData("", "/API/mini-grants", true)]
    [InlineData(";;;,,,=", "/review/x", false)]
    public void The_accept_header_tells_a_program_from_a_person(string accept, string path, bool isProgram)
    {
        var request = new DefaultHttpContext().Request;
        request.Path = path;
        request.Headers.Accept = accept;

        Assert.Equal(isProgram, Asker.IsProgram(request));
    }
}
