using System.IO.Compression;
using Azure.Data.Tables;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;
using TechPlan.Functions.Mail.Webhooks;
using TechPlan.Functions.Mailbox;
using TechPlan.Functions.Mailbox.Parse;
using TechPlan.Functions.Storage;
using TechPlan.Functions.Tests.Mail.Events;
using TechPlan.Functions.Tests.Support;
using TechPlan.Testing;

namespace TechPlan.Functions.Tests.Mailbox.Parse;

[Collection(AzuriteTests.Name)]
public sealed class ParseFunctionsTests(AzuriteFixture azurite) : IDisposable
{
    private readonly SendGridKey _key = new();
    private readonly NotedArrivals _arrivals = new();

    public void Dispose() => _key.Dispose();

    [Fact]
    public async Task A_mail_is_kept_and_announced_before_it_is_answered()
    {
        await using var app = await TestApp.StartAsync(azurite);

        Assert.Equal(200, await PostAsync(app, ParseForm.Mail().File("attachment1", "form.docx", "x/y", [1, 2, 3]).ToArray()));

        var mail = await app.Get<IEnumerable<IMailSource>>().Single(source => source.Door is MailDoor.Parse).ReadAsync(Assert.Single(_arrivals.Keys), default);
        Assert.Equal("abc@example.org", mail!.MessageId);
        Assert.Equal([1, 2, 3], Assert.Single(mail.Files).Content!.Value.ToArray());
        Assert.Equal(1, _arrivals.Nudges);
    }

    [Fact]
    public async Task The_same_mail_again_is_the_same_arrival_even_all_at_once()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var body = ParseForm.Mail().ToArray();

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => PostAsync(app, body)));

        Assert.Single(_arrivals.Keys.Distinct());
        Assert.NotNull((await app.Get<ParcelTable>().ReadAsync(_arrivals.Keys[0], default))?.Mail);
    }

    [Fact]
    public async Task Two_posts_of_one_mail_cannot_mix()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var large = ParseForm.Mail().File("attachment1", "a", "x/y", [.. Enumerable.Repeat((byte)1, 2_000_000)]).ToArray();
        var other = ParseForm.Mail().File("attachment1", "a", "x/y", [.. Enumerable.Repeat((byte)2, 2_000_000)]).ToArray();

        await Task.WhenAll(PostAsync(app, large), PostAsync(app, other));

        var file = Assert.Single((await app.Get<ParcelTable>().ReadAsync(_arrivals.Keys[0], default))!.Mail!.Files);
        Assert.Single(file.Content!.Value.ToArray().Distinct());
    }

    [Fact]
    public async Task A_mail_of_30_MB_is_kept_whole()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var content = new byte[30 * 1024 * 1024];
        new Random(3).NextBytes(content);

        Assert.Equal(200, await PostAsync(app, ParseForm.Mail().File("attachment1", "a.bin", "x/y", content).ToArray()));

        var parcel = await app.Get<ParcelTable>().ReadAsync(Assert.Single(_arrivals.Keys), default);
        Assert.True(content.AsSpan().SequenceEqual(Assert.Single(parcel!.Mail!.Files).Content!.Value.Span));
    }

    [Fact]
    public async Task What_is_larger_than_any_mail_is_kept_in_part_for_a_person_and_answered()
    {
        await using var app = await TestApp.StartAsync(azurite);

        Assert.Equal(200, await PostAsync(app, ParseForm.Mail().File("attachment1", "a.bin", "x/y", new byte[41 * 1024 * 1024]).ToArray()));

        Assert.Empty(_arrivals.Keys);
        var task = Assert.Single(await app.Get<OfficeTaskTable>().ListAsync(default));
        Assert.Equal("mail-unreadable", task.Kind);
        Assert.Equal(40 * 1024 * 1024, (await app.Get<ParcelTable>().ReadAsync(task.About, default))!.Body.Length);
    }

    [Theory]
    [InlineData("--xYzZY\r\nContent-Disposition: form-data; name=\"headers\"\r\n\r\nMessage-ID: <1@x>")]
    [InlineData("")]
    [InlineData("no form at all")]
    public async Task What_can_never_be_read_becomes_a_task_that_leads_to_it(string text)
    {
        await using var app = await TestApp.StartAsync(azurite);
        var body = System.Text.Encoding.UTF8.GetBytes(text);

        Assert.Equal(200, await PostAsync(app, body));

        var task = Assert.Single(await app.Get<OfficeTaskTable>().ListAsync(default));
        Assert.Equal(body, (await app.Get<ParcelTable>().ReadAsync(task.About, default))!.Body.ToArray());
    }

    [Fact]
    public async Task Without_keys_or_signature_SendGrid_is_asked_to_come_again()
    {
        await using var app = await TestApp.StartAsync(azurite);
        using var other = new SendGridKey();
        var body = ParseForm.Mail().ToArray();

        Assert.Equal(503, await PostAsync(app, body, keys: []));
        Assert.Equal(503, await PostAsync(app, body, signer: other));
        Assert.Equal(503, (await (await Door(app, [_key.Public]).PostAsync(Http.Request(body, ParseForm.ContentType), new ScriptedEngine(), default)).SendAsync()).Status);
        Assert.Empty(await app.Tables.Parcels.QueryAsync<TableEntity>().ToListAsync());
    }

    [Fact]
    public async Task A_try_after_three_days_counts()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var (body, signedAt) = (ParseForm.Mail().ToArray(), app.Clock.GetUtcNow());
        var request = Http.Request(body, ParseForm.ContentType, _key.Sign(body, signedAt));
        app.Clock.FreezeAt(signedAt.AddHours(73));

        Assert.Equal(200, (await (await Door(app, [_key.Public]).PostAsync(request, new ScriptedEngine(), default)).SendAsync()).Status);
    }

    [Fact]
    public async Task When_the_app_dies_between_keeping_and_announcing_the_next_try_announces()
    {
        await using var app = await TestApp.StartAsync(azurite);
        _arrivals.Fails = true;
        await Assert.ThrowsAsync<IOException>(() => PostAsync(app, ParseForm.Mail().ToArray()));
        _arrivals.Fails = false;

        Assert.Equal(200, await PostAsync(app, ParseForm.Mail().ToArray()));

        Assert.Single(_arrivals.Keys);
        Assert.Equal(2, (await app.Tables.Parcels.QueryAsync<TableEntity>().ToListAsync()).Count);
    }

    [Fact]
    public async Task A_mail_that_needs_attention_is_a_task_and_can_be_opened()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await PostAsync(app, ParseForm.Mail().File("attachment1", "a", "x/y", [7]).Field("attachment-info", """{"attachment1":{"filename":"../../evil\r\n.docx"}}""").ToArray());
        var source = app.Get<IEnumerable<IMailSource>>().Single(one => one.Door is MailDoor.Parse);

        await source.FileAsync(_arrivals.Keys[0], MailPlace.NeedsAttention, default);
        await source.FileAsync("gone", MailPlace.Processed, default);

        var task = Assert.Single(await app.Get<OfficeTaskTable>().ListAsync(default));
        Assert.Equal(("mail-needs-attention", _arrivals.Keys[0]), (task.Kind, task.About));
        var parcel = await app.Get<ParcelTable>().ReadAsync(task.About, default);
        using var zip = new ZipArchive(new MemoryStream(ParcelArchive.Of(parcel!)));
        Assert.Equal(["head.txt", "text.txt"], zip.Entries.Select(entry => entry.FullName).Take(2));
        Assert.Matches(@"^files/01 [\w. -]+\z", zip.Entries[^1].FullName);
    }

    [Fact]
    public async Task Old_mails_are_removed_whole()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await PostAsync(app, ParseForm.Mail().ToArray());

        Assert.Equal(0, await app.Get<ParcelTable>().RemoveBeforeAsync(app.Clock.GetUtcNow(), default));
        Assert.Equal(1, await app.Get<ParcelTable>().RemoveBeforeAsync(app.Clock.GetUtcNow().AddSeconds(1), default));
        Assert.Empty(await app.Tables.Parcels.QueryAsync<TableEntity>().ToListAsync());
        Assert.Null(await app.Get<ParcelTable>().ReadAsync(_arrivals.Keys[0], default));
    }

    private ParseFunctions Door(TestApp app, string[] keys) => new(
        new ParseDesk(app.Get<ParcelTable>(), _arrivals, app.Get<OfficeTaskTable>()), Options.Create(new SendGridWebhookOptions { ParseKeys = keys }), app.Clock);

    private async Task<int> PostAsync(TestApp app, byte[] body, string[]? keys = null, SendGridKey? signer = null)
    {
        var request = Http.Request(body, ParseForm.ContentType, (signer ?? _key).Sign(body, app.Clock.GetUtcNow()));
        return (await (await Door(app, keys ?? [_key.Public]).PostAsync(request, new ScriptedEngine(), default)).SendAsync()).Status;
    }

    private sealed class NotedArrivals : IArrivals
    {
        private readonly List<string> _keys = [];

        public IReadOnlyList<string> Keys
        {
            get
            {
                lock (_keys)
                {
                    return [.. _keys];
                }
            }
        }

        public int Nudges { get; private set; }

        public bool Fails { get; set; }

        public Task AnnounceAsync(MailDoor door, string key, DateTimeOffset receivedAt, CancellationToken cancellation)
        {
            if (Fails)
            {
                throw new IOException("down");
            }

            lock (_keys)
            {
                _keys.Add(key);
            }

            return Task.CompletedTask;
        }

        public Task NudgeAsync(DurableTaskClient engine, CancellationToken cancellation)
        {
            Nudges++;
            return Task.CompletedTask;
        }
    }
}
