using System.Globalization;
using TechPlan.EndToEnd.Tests.BadMail;
using TechPlan.EndToEnd.Tests.Support;

namespace TechPlan.EndToEnd.Tests;

/// <summary>Mails as nobody should send them: each is handled at the first try and ends in a clear answer or before a person, and no log tells who sent it.</summary>
[Collection(AppCollection.Name)]
public sealed class BadMailTests(BadMailFixture fixture) : IClassFixture<BadMailFixture>
{
    private readonly RunningApp _app = fixture.App;
    private readonly Inbox _inbox = new(fixture.App);
    private readonly Mailbox _mailbox = new(fixture.App);

    public static TheoryData<string> Names => [.. BadMails.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_bad_mail_ends_in_a_clear_answer_or_before_a_person(string name)
    {
        var bad = new BadMails(await WordRequest.DownloadAsync(_app), await new Clock(_app).NowAsync()).Named(name);
        var before = (await _inbox.AllAsync()).Length;
        var mail = await _mailbox.WaitUntilFiledAsync(await _mailbox.DeliverAsync(bad.Mail));
        foreach (var letter in bad.Letters)
        {
            var sent = await _inbox.WaitForAsync(letter.To, letter.About, letter.Word);
            Assert.DoesNotContain('\n', sent.Subject);
        }

        Assert.Equal(bad.Folder, mail.Folder);
        Assert.Equal(bad.Letters.Count, (await _inbox.AllAsync()).Length - before);
        Assert.Empty(await _inbox.ToAsync(BadMails.Victim, ""));
        AppLog.IsClean(_app);
    }

    [Fact]
    public async Task The_sixth_mail_of_a_day_is_answered_by_nobody_but_the_office_is_told()
    {
        const string sender = "writes.much@example.org";
        var folders = new List<string>();
        foreach (var nth in Enumerable.Range(1, 6))
        {
            var mail = new Eml(sender, string.Create(CultureInfo.InvariantCulture, $"Empty {nth}")) { Text = "" };
            folders.Add((await _mailbox.WaitUntilFiledAsync(await _mailbox.DeliverAsync(mail))).Folder);
        }

        await _inbox.WaitForAsync("learning.technologies@example.org", sender, "many mails");
        Assert.Equal([.. Enumerable.Repeat(Mailbox.Processed, 5), Mailbox.NeedsAttention], folders);
        Assert.Equal(5, (await _inbox.ToAsync(sender, "")).Length);
        AppLog.IsClean(_app);
    }

    [Fact]
    public async Task A_mail_from_the_mailbox_itself_stays_where_it_is_and_leads_to_nothing()
    {
        var before = (await _inbox.AllAsync()).Length;
        var own = await _mailbox.DeliverAsync(new Eml(Mailbox.Address, "From ourselves"));
        await _mailbox.WaitUntilFiledAsync(await _mailbox.DeliverAsync(new Eml("after@example.org", "After it") { Head = ["List-Id: <news.example.org>"] }));

        Assert.Equal(Mailbox.Inbox, (await _mailbox.AllAsync()).Single(mail => mail.Id == own).Folder);
        Assert.Equal(before, (await _inbox.AllAsync()).Length);
    }
}
