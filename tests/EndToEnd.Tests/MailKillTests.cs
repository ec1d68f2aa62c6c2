using System.Globalization;
using TechPlan.EndToEnd.Tests.Support;
using Xunit.Abstractions;

namespace TechPlan.EndToEnd.Tests;

/// <summary>
/// Twenty mails of five kinds come in while the process is killed at twenty-five random moments and started again: each mail ends
/// where it belongs, each is answered, and at most one letter per kill goes out twice.
/// </summary>
[Collection(AppCollection.Name)]
public sealed class MailKillTests(AppFixture fixture, ITestOutputHelper output) : IAsyncLifetime
{
    private const int Mails = 20;
    private const int Kills = 25;

    /// <summary>Moments after the mails were sent at which the process may be killed as well.</summary>
    private const int Moments = 20;

    /// <summary>Longer than a mail is left to the process that took it up.</summary>
    private static readonly TimeSpan LeaseOver = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan AMoment = TimeSpan.FromSeconds(1);

    private RunningApp _app = null!;
    private Mailbox _mailbox = null!;
    private Inbox _inbox = null!;
    private Clock _clock = null!;
    private Random _random = null!;
    private UnreliableApp _unreliable = null!;

    public async Task InitializeAsync()
    {
        _app = await RunningApp.StartAsync(fixture.Storage);
        (_mailbox, _inbox, _clock) = (new Mailbox(_app), new Inbox(_app), new Clock(_app));
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Killed_while_mail_comes_in_no_mail_is_lost_and_none_is_handled_twice()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("KILL_SEED"), CultureInfo.InvariantCulture, out var given) ? given : Environment.TickCount;
        output.WriteLine($"seed {seed}; KILL_SEED={seed} kills at the same moments again");
        _random = new Random(seed);
        _unreliable = new UnreliableApp(_app, _random, Kills, Mails + Moments);
        var mails = await WriteAsync();

        await DeliverAsync(mails);
        await LetTimePassAsync();
        await AllFiledAsync();

        output.WriteLine($"{_unreliable.Killed} kills");
        Assert.Equal(Kills, _unreliable.Killed);
        await EachInItsPlaceAsync(mails);
        await EachAnsweredAsync(mails);
    }

    private async Task<SampleMail[]> WriteAsync()
    {
        var form = await WordRequest.DownloadAsync(_app);
        var now = await _clock.NowAsync();
        return [.. District.InProgram.Take(Mails).Select((school, nth) => SampleMail.Of((MailKind)(nth % Enum.GetValues<MailKind>().Length), school, form, now))];
    }

    /// <summary>Who gets no answer sends the same mail again, as mail servers do.</summary>
    private async Task DeliverAsync(SampleMail[] mails)
    {
        foreach (var mail in mails)
        {
            await _unreliable.DoAsync(() => _mailbox.DeliverAsync(mail.Mail));
        }
    }

    private async Task LetTimePassAsync()
    {
        for (var moment = 0; moment < Moments; moment++)
        {
            await Task.Delay(_random.Next(0, 400));
            await _unreliable.DoAsync(async () =>
            {
                await _clock.MoveToAsync(await _clock.NowAsync() + (moment % 4 == 3 ? LeaseOver : AMoment));
                return true;
            });
        }
    }

    /// <summary>What a dead process had taken up is taken up again when its time is over; what a lost notification did not tell of is found by the look at the inbox.</summary>
    private Task AllFiledAsync() => Eventually.HoldsAsync(
        async () =>
        {
            await _clock.MoveToAsync(await _clock.NowAsync() + LeaseOver);
            return (await _mailbox.AllAsync()).All(mail => mail.Folder != Mailbox.Inbox);
        },
        async () => $"Mails still lie in the inbox: {string.Join(" | ", (await _mailbox.AllAsync()).Where(mail => mail.Folder == Mailbox.Inbox).Select(mail => mail.Subject))}\n{_app.Output}");

    private async Task EachInItsPlaceAsync(SampleMail[] mails)
    {
        var kept = await _mailbox.AllAsync();
        foreach (var mail in mails)
        {
            var copies = kept.Where(copy => copy.InternetMessageId == mail.Mail.MessageId).ToList();
            Assert.NotEmpty(copies);
            Assert.All(copies, copy => Assert.Equal((mail.Mail.Subject, mail.Folder), (copy.Subject, copy.Folder)));
        }
    }

    private async Task EachAnsweredAsync(SampleMail[] mails)
    {
        foreach (var letter in mails.SelectMany(mail => mail.Letters))
        {
            await _inbox.WaitForAsync(letter.To, letter.About, letter.Word);
        }

        var sent = await _inbox.AllAsync();
        var expected = mails.Sum(mail => mail.Letters.Count);
        output.WriteLine($"{sent.Length - expected} of {expected} letters went out again");
        var again = sent.GroupBy(mail => (To: string.Join(',', mail.To), mail.Subject)).Where(same => same.Count() > 1).Sum(same => same.Count() - 1);

        // One that differs from the others in its subject would be another request, or a letter that nobody expects.
        Assert.Equal(expected, sent.Length - again);
        Assert.InRange(again, 0, Kills);
    }
}
