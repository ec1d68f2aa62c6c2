using System.Net;
using System.Net.Sockets;
using System.Text;
using TechPlan.Local.Hosting;

namespace TechPlan.Local.Tests.Hosting;

/// <summary>What a person reads when the machine is not ready.</summary>
public sealed class AzuriteSetupTests
{
    [Fact]
    public async Task Without_node_it_says_which_to_install_and_where_it_is()
    {
        using var machine = new FakeMachine();
        Assert.Equal(
            "Node.js was not found; install Node.js 20 or later from https://nodejs.org and start again.",
            await SentenceAsync(machine.Options));
    }

    [Fact]
    public async Task An_old_node_is_named_with_its_version()
    {
        using var machine = new FakeMachine().With("node", "v18.19.1");
        Assert.Equal(
            "Node.js 18.19.1 is too old; install Node.js 20 or later from https://nodejs.org and start again.",
            await SentenceAsync(machine.Options));
    }

    [Fact]
    public async Task A_node_that_does_not_run_is_said_not_to_run()
    {
        using var machine = new FakeMachine().With("node", "Bad CPU type in executable", exitCode: 86);
        Assert.Contains("could not tell its version", await SentenceAsync(machine.Options), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_npm_it_says_so()
    {
        using var machine = new FakeMachine().With("node", "v20.11.0");
        Assert.Equal(
            "npm was not found beside Node.js; install it (https://nodejs.org brings it along) and start again.",
            await SentenceAsync(machine.Options));
    }

    [Fact]
    public async Task A_failed_npm_ci_is_said_with_its_reason_and_the_command_to_run()
    {
        using var machine = new FakeMachine().With("node", "v20.11.0").With("npm", "npm error code ENOTFOUND", exitCode: 1);
        Assert.Equal(
            $"The npm packages could not be installed (npm error code ENOTFOUND); run 'npm ci' in {machine.Root} and start again.",
            await SentenceAsync(machine.Options));
        Assert.Contains("npm ci", Assert.Single(machine.Progress), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_a_clone_it_says_where_it_looked()
    {
        var outside = Path.GetTempPath();
        var sentence = await SentenceAsync(AzuriteOptions.ForTests() with { StartDirectory = outside });
        Assert.StartsWith($"No package.json was found in or above {outside}", sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")]
    [InlineData("220 mail.example.org ESMTP\r\n")]
    [InlineData("")]
    public async Task A_port_that_another_program_holds_is_named(string answer)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var stranger = AnswerAsync(listener, answer);
        Assert.Equal(
            $"Port {port} is held by a program that is not a table service; end that program, "
            + "or set another TableEndpoint in the storage connection string.",
            await SentenceAsync(AzuriteOptions.OnPort(port)));
        listener.Stop();
        await stranger;
    }

    [Fact]
    public async Task A_connection_string_that_leads_nowhere_is_said_to() =>
        Assert.Equal(
            "The storage connection string has no AccountName.",
            await SentenceAsync(new AzuriteOptions { ConnectionString = "AccountKey=a2V5" }));

    private static async Task<string> SentenceAsync(AzuriteOptions options) =>
        (await Assert.ThrowsAsync<LocalSetupException>(() => Azurite.EnsureAsync(options, CancellationToken.None))).Message;

    private static async Task AnswerAsync(TcpListener listener, string answer)
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
                var stream = client.GetStream();
                await stream.ReadExactlyAsync(new byte[1]);
                await stream.WriteAsync(Encoding.ASCII.GetBytes(answer));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or IOException)
        {
            // The test is over.
        }
    }
}
