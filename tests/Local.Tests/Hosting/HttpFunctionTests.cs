using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace TechPlan.Local.Tests.Hosting;

public sealed class HttpFunctionTests : IAsyncLifetime
{
    private SampleApp _app = null!;

    private HttpClient Client => _app.Client;

    public async Task InitializeAsync() => _app = await SampleApp.StartAsync(
        typeof(SampleHttpFunctions),
        "--AzureFunctionsJobHost:extensions:http:routePrefix=");

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_function_with_the_route_of_a_slash_answers_at_the_root() =>
        Assert.Equal("root", await Client.GetStringAsync("/"));

    [Fact]
    public async Task Route_values_are_bound_by_name_and_classes_get_their_services() =>
        Assert.Equal("Hello, Ada", await Client.GetStringAsync("/greet/Ada"));

    [Fact]
    public async Task Every_invocation_has_a_scope_of_its_own() =>
        Assert.NotEqual(await Client.GetStringAsync("/Scope"), await Client.GetStringAsync("/Scope"), StringComparer.Ordinal);

    [Fact]
    public async Task Route_values_are_converted_and_the_context_and_token_are_handed_over() =>
        Assert.Equal(
            "42 0f8fad5bd9cb469fa16570867728950e Typed True",
            await Client.GetStringAsync("/typed/41/0f8fad5b-d9cb-469f-a165-70867728950e"));

    [Fact]
    public async Task A_route_value_that_does_not_fit_its_parameter_fails_the_function() =>
        Assert.Equal(HttpStatusCode.InternalServerError, (await Client.GetAsync("/typed/forty/x")).StatusCode);

    [Fact]
    public async Task Functions_share_a_route_by_method()
    {
        Assert.Equal("read", await Client.GetStringAsync("/thing"));
        var written = await Client.PostAsync("/thing", new StringContent("this"));
        Assert.Equal("wrote this", await written.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Head_is_answered_only_where_it_is_listed()
    {
        Assert.Equal(HttpStatusCode.OK, (await Client.SendAsync(new(HttpMethod.Head, "/thing"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Client.SendAsync(new(HttpMethod.Head, "/greet/Ada"))).StatusCode);
    }

    [Theory]
    [InlineData("PUT", "/thing")]
    [InlineData("POST", "/")]
    [InlineData("GET", "/nowhere")]
    public async Task What_no_function_answers_is_not_found(string method, string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await Client.SendAsync(new(new HttpMethod(method), path))).StatusCode);

    [Fact]
    public async Task Action_results_are_executed() =>
        Assert.Equal(42, (await Client.GetFromJsonAsync<JsonElement>("/Action")).GetProperty("answer").GetInt32());

    [Theory]
    [InlineData("GET")]
    [InlineData("DELETE")]
    public async Task A_trigger_without_methods_answers_all_of_them(string method) =>
        Assert.Equal(HttpStatusCode.NoContent, (await Client.SendAsync(new(new HttpMethod(method), "/Value"))).StatusCode);

    [Fact]
    public async Task A_plain_object_gives_an_empty_200()
    {
        var answer = await Client.GetAsync("/Plain");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task An_unhandled_exception_gives_an_empty_500()
    {
        var answer = await Client.GetAsync("/Broken");
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task The_apps_time_provider_is_the_local_clock() =>
        Assert.Equal(nameof(LocalClock), await Client.GetStringAsync("/Clock"));

    [Fact]
    public async Task The_route_prefix_of_the_settings_comes_before_every_route()
    {
        await using var app = await SampleApp.StartAsync(
            typeof(SampleHttpFunctions),
            "--AzureFunctionsJobHost:extensions:http:routePrefix=api");
        Assert.Equal("read", await app.Client.GetStringAsync("/api/thing"));
        Assert.Equal("root", await app.Client.GetStringAsync("/api"));
        Assert.Equal(HttpStatusCode.NotFound, (await app.Client.GetAsync("/thing")).StatusCode);
    }
}
