using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace TechPlan.Local.Tests.Hosting;

public sealed class RefusedStartTests
{
    [Fact]
    public async Task Two_functions_of_the_same_name_are_refused()
    {
        await using var app = await SampleApp.StartAsync(typeof(SameNames));
        Assert.Equal(
            "Function names must be unique, but 'Same' is the name of "
            + $"{typeof(SameNames).FullName}.One and {typeof(SameNames).FullName}.Two.",
            app.Refusal);
    }

    [Fact]
    public async Task A_parameter_that_nothing_fills_is_refused_by_name()
    {
        await using var app = await SampleApp.StartAsync(typeof(UnknownParameter));
        Assert.Equal("Function 'Lost' has a parameter 'missing' that nothing fills: it is no value of the trigger.", app.Refusal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_refused_by_number()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        await using var app = await SampleApp.StartAsync(typeof(SampleHttpFunctions), $"--Local:Port={port}");
        Assert.StartsWith($"Port {port} is taken", app.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_no_number_is_refused()
    {
        await using var app = await SampleApp.StartAsync(typeof(SampleHttpFunctions), "--Local:Port=seventy");
        Assert.Equal("Local:Port must be a number from 1 to 65535, but is 'seventy'.", app.Refusal);
    }

    [Theory]
    [InlineData("requests@example.org", "Local:MailboxAliases has 'requests@example.org'; write alias=mailbox, both as mail addresses.")]
    [InlineData("requests=mini-grants@example.org", "Local:MailboxAliases has 'requests=mini-grants@example.org'; write alias=mailbox, both as mail addresses.")]
    [InlineData("a@example.org=b@example.org, A@example.org=c@example.org", "Local:MailboxAliases names 'A@example.org' twice; an alias belongs to one mailbox.")]
    public async Task An_alias_that_leads_nowhere_is_refused(string aliases, string sentence)
    {
        await using var app = await SampleApp.StartAsync(typeof(SampleHttpFunctions), $"--Local:MailboxAliases={aliases}");
        Assert.Equal(sentence, app.Refusal);
    }

    [Fact]
    public async Task A_wrong_setting_of_the_app_is_told_in_its_own_words()
    {
        await using var app = await SampleApp.StartAsync([], builder => builder.Services
            .AddOptions<SampleOptions>()
            .Validate(options => options.Minutes > 0, "Minutes must be more than 0.")
            .ValidateOnStart());
        Assert.Equal("Minutes must be more than 0.", app.Refusal);
    }

    [Theory]
    [InlineData(typeof(TextTrigger), "Function 'Text' must take its trigger as HttpRequest, but its parameter 'body' is of another type.")]
    [InlineData(typeof(BrokenRoute), "Function 'Broken' has the route 'a/{b', which cannot be read")]
    [InlineData(typeof(NoTrigger), "Function 'None' needs exactly one parameter with a trigger attribute, but has 0.")]
    public async Task A_function_that_could_not_run_is_refused(Type functions, string sentence)
    {
        await using var app = await SampleApp.StartAsync(functions);
        Assert.StartsWith(sentence, app.Refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PUT /api/things")]
    [InlineData("PUT api/things file.csv text/csv")]
    [InlineData("PUT /api/things file.csv nothing")]
    public async Task A_first_start_without_its_four_parts_is_refused(string setting)
    {
        await using var app = await SampleApp.StartAsync(typeof(SampleHttpFunctions), $"--Local:FirstStart:0={setting}");
        Assert.StartsWith("Local:FirstStart:0 must hold a method, a path, a file and a content type", app.Refusal, StringComparison.Ordinal);
    }

    [SuppressMessage("Style", "IDE0060", Justification = "The trigger's parameter is what makes them functions.")]
    private static class TextTrigger
    {
        [Function("Text")]
        public static void Run([HttpTrigger] string body)
        {
        }
    }

    [SuppressMessage("Style", "IDE0060", Justification = "The trigger's parameter is what makes them functions.")]
    private static class BrokenRoute
    {
        [Function("Broken")]
        public static void Run([HttpTrigger(Route = "a/{b")] HttpRequest request)
        {
        }
    }

    private sealed class SampleOptions
    {
        public int Minutes { get; set; }
    }

    private static class NoTrigger
    {
        [Function("None")]
        public static void Run()
        {
        }
    }

    [SuppressMessage("Style", "IDE0060", Justification = "The trigger's parameter is what makes them functions.")]
    private static class SameNames
    {
        [Function("Same")]
        public static void One([HttpTrigger] HttpRequest request)
        {
        }

        [Function("same")]
        public static void Two([HttpTrigger] HttpRequest request)
        {
        }
    }

    [SuppressMessage("Style", "IDE0060", Justification = "The trigger's parameter is what makes them functions.")]
    private static class UnknownParameter
    {
        [Function("Lost")]
        public static void Lost([HttpTrigger(Route = "lost/{found}")] HttpRequest request, string missing)
        {
        }
    }
}
