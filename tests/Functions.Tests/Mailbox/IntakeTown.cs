using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item;
using TechPlan.Functions.Mail.Carriers;
using TechPlan.Functions.Mailbox;
using TechPlan.Functions.Mailbox.Handling;
using TechPlan.Functions.Mailbox.Notifications;
using TechPlan.Functions.Mailbox.Watch;
using TechPlan.Functions.Tests.Mail.Delivery;
using TechPlan.Functions.Tests.Support;
using TechPlan.Testing;

namespace TechPlan.Functions.Tests.Mailbox;

/// <summary>A mailbox that is read through the real Graph SDK, with Graph's emulator behind it and the webhook within its reach.</summary>
internal sealed class IntakeTown : IAsyncDisposable
{
    public const string Address = "mini-grants@example.org";

    private readonly MailTown _town;

    private IntakeTown(MailTown town) => _town = town;

    public MailTown Town => _town;

    public ScriptedHandler Handler { get; } = new();

    /// <summary>Whether notifications reach the app.</summary>
    public bool IsListening { get; set; } = true;

    public UserItemRequestBuilder Mailbox => _town.The<GraphConnection>().Client.Users[Address];

    public IMailboxUpkeep Upkeep => _town.The<IMailboxUpkeep>();

    public static async Task<IntakeTown> BuildAsync(AzuriteFixture azurite, params (string Key, string Value)[] settings)
    {
        ScriptedHandler? handler = null;
        var town = await MailTown.BuildAsync(
            azurite,
            services => services.AddSingleton<IMailHandler>(_ => handler!),
            [("TechPlan:Mailbox:Address", Address), ("TechPlan:Mailbox:ClientState", "a-secret-of-the-tests"), .. settings]);
        var intake = new IntakeTown(town);
        handler = intake.Handler;
        town.Webhook = http => intake.IsListening
            ? ActivatorUtilities.CreateInstance<GraphWebhook>(town.Services).PostAsync(http.Request, ScriptedEngine.Down(), http.RequestAborted)
            : throw new InvalidOperationException("Nobody listens.");
        return intake;
    }

    /// <summary>A mail arrives from outside.</summary>
    /// <returns>Its immutable id.</returns>
    public async Task<string> ArrivesAsync(string subject, string from = "dana.field@example.org", string head = "", string body = "Hello.", string? messageId = null)
    {
        var id = messageId ?? $"{Guid.NewGuid():N}@school.example.org";
        var date = _town.Clock.Now.ToString("r", CultureInfo.InvariantCulture).Replace("GMT", "+0000", StringComparison.Ordinal);
        var mail = $"From: Dana Field <{from}>\r\nTo: {Address}\r\nSubject: {subject}\r\nMessage-ID: <{id}>\r\nDate: {date}\r\nMIME-Version: 1.0\r\n{head}\r\n{body}\r\n";
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(mail));
        content.Headers.ContentType = new("message/rfc822");
        var answer = await _town.Http.PostAsync($"/local/mailboxes/{Address}/messages", content);
        answer.EnsureSuccessStatusCode();
        return (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["id"]!;
    }

    /// <summary>Tells the emulator what to do badly.</summary>
    public async Task OrderAsync(string path, object order)
    {
        var answer = await _town.Http.PostAsJsonAsync(path, order);
        answer.EnsureSuccessStatusCode();
    }

    public async Task<JsonObject> LookAsync(string path) => (await _town.Http.GetFromJsonAsync<JsonObject>(path))!;

    /// <summary>Lets every answer of the mailbox take a moment, as it does in the world, so that requests meet there.</summary>
    public async Task SlowDownAsync()
    {
        using var answer = await _town.Http.PutAsJsonAsync("/local/mail/limits", new { mailboxConcurrency = 4, latencyMilliseconds = 20 });
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Works until nothing waits, as the orchestration would.</summary>
    public async Task WorkAsync()
    {
        for (var rounds = 0; await _town.The<IMailroom>().WorkAsync(ScriptedEngine.Down(), CancellationToken.None) is { } next; rounds++)
        {
            Assert.InRange(rounds, 0, 40);
            _town.Clock.Now = next > _town.Clock.Now ? next : _town.Clock.Now;
        }
    }

    /// <summary>Waits until something was announced: notifications come in their own time.</summary>
    public async Task ToldAsync()
    {
        for (var patience = 0; !await _town.The<IMailroom>().HasWorkAsync(CancellationToken.None); patience++)
        {
            Assert.InRange(patience, 0, 200);
            await Task.Delay(50);
        }
    }

    /// <summary>The subjects in a folder.</summary>
    public async Task<string[]> InAsync(string folder)
    {
        var id = folder == "inbox" ? "inbox" : (await Mailbox.MailFolders.GetAsync(r => r.QueryParameters.Filter = $"displayName eq '{folder}'"))!.Value!.SingleOrDefault()?.Id;
        var messages = id is null ? [] : (await Mailbox.MailFolders[id].Messages.GetAsync(r => r.QueryParameters.Top = 500))!.Value!;
        return [.. messages.Select((Message message) => message.Subject!).Order(StringComparer.Ordinal)];
    }

    public ValueTask DisposeAsync() => _town.DisposeAsync();
}
