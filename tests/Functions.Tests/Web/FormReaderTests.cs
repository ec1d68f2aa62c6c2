using System.Text;
using Microsoft.AspNetCore.Http;
using TechPlan.Functions.Web.Forms;

namespace TechPlan.Functions.Tests.Web;

public sealed class FormReaderTests
{
    private const string Form = "application/x-www-form-urlencoded";

    [Fact]
    public async Task Reads_the_known_fields_and_leaves_others_alone()
    {
        var state = await FormOf("decision=reject&note=+Not+yet.%0D%0APlease+wait.%00+&extra=1");

        Assert.Equal("reject", state["decision"]);
        Assert.Equal("Not yet.\nPlease wait.", state["note"].TrimEnd());
        Assert.DoesNotContain("extra", state.Values.Keys);
    }

    [Fact]
    public async Task A_field_that_was_not_sent_is_empty() => Assert.Equal("", (await FormOf("decision=approve"))["note"]);

    [Theory]
    [InlineData(null)]
    [InlineData("application/json")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/x-www-form-urlencoded; charset=utf-16")]
    public async Task Anything_but_a_plain_form_is_refused(string? contentType) =>
        Assert.Equal(PostedForm.Unsupported, await ReadAsync("decision=approve", contentType));

    [Fact]
    public async Task A_body_over_the_limit_is_refused_whatever_it_claims()
    {
        var body = "note=" + new string('x', FormShape.Short);

        Assert.Equal(PostedForm.TooLarge(FormShape.Short), await ReadAsync(body, Form));
        Assert.Equal(PostedForm.TooLarge(FormShape.Short), await ReadAsync(body, Form, claimedLength: 10));
        Assert.Equal(PostedForm.TooLarge(FormShape.Short), await ReadAsync("note=x", Form, claimedLength: FormShape.Short + 1));
    }

    [Fact]
    public async Task The_same_field_twice_is_refused() => Assert.Equal(PostedForm.Malformed, await ReadAsync("decision=approve&decision=reject", Form));

    [Fact]
    public async Task Very_many_fields_are_refused() =>
        Assert.Equal(PostedForm.Malformed, await ReadAsync(string.Join('&', Enumerable.Range(0, 100).Select(i => $"f{i}=1")), Form));

    [Fact]
    public async Task Broken_escapes_and_bytes_are_only_text()
    {
        var state = await FormOf("decision=%zz%ff&note=%");

        Assert.NotNull(state["decision"]);
        Assert.Equal("%", state["note"]);
    }

    private static async Task<FormState> FormOf(string body) => Assert.IsType<PostedForm.Form>(await ReadAsync(body, Form)).State;

    private static Task<PostedForm> ReadAsync(string body, string? contentType, long? claimedLength = null)
    {
        var request = new DefaultHttpContext().Request;
        request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        request.ContentType = contentType;
        request.ContentLength = claimedLength;
        return FormReader.ReadAsync(request, ["decision", "note"], CancellationToken.None);
    }
}
