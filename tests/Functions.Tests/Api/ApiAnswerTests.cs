using Microsoft.AspNetCore.Http;
using TechPlan.Functions.Api;
using TechPlan.Functions.Tests.Support;

namespace TechPlan.Functions.Tests.Api;

public sealed class ApiAnswerTests
{
    [Fact]
    public async Task What_fails_after_the_answer_leaves_the_answer_as_it_was()
    {
        var answer = new ApiAnswer(
            StatusCodes.Status202Accepted, json => json.WriteString("id", "MG-1"), then: () => throw new InvalidOperationException());

        var (status, json, headers) = await answer.SendAsync();

        Assert.Equal(202, status);
        Assert.Equal("MG-1", (string)json!["id"]!);
        Assert.Equal("""{"id":"MG-1"}""".Length, headers.ContentLength);
    }
}
