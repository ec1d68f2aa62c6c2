using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Kiota.Abstractions;
using TechPlan.Functions.Mailbox;
using TechPlan.Functions.Mailbox.Handling;
using TechPlan.Functions.Mailbox.Ledger;
using TechPlan.Functions.Retention;
using TechPlan.Functions.Storage;
using TechPlan.Functions.Tests.Mail.Delivery;
using TechPlan.Functions.Tests.Support;
using TechPlan.Testing;

namespace TechPlan.Functions.Tests.Mailbox;

[Collection(AzuriteTests.Name)]
public sealed class MailroomTests(AzuriteFixture azurite)
{
    private readonly ScriptedDoor _door = new();

    [Fact]
    public async Task A_mail_announced_again_and_again_is_handled_once()
    {
        await using var town = await BuildAsync();
        _door.Put("a");

        await AnnounceAsync(town, "a");
        await AnnounceAsync(town, "a");
        Assert.Null(await WorkAsync(town));
        await AnnounceAsync(town, "a");
        Assert.Null(await WorkAsync(town));

        Assert.Equal(["a@example.org"], _door.Handled);
        Assert.Equal(MailPlace.Processed, _door.Filed["a"]);
    }

    [Fact]
    public async Task One_mail_under_two_keys_is_handled_once_and_both_copies_are_put_in_its_place()
    {
        await using var town = await BuildAsync();
        _door.Put("a", "same@example.org");
        _door.Put("b", "same@example.org");
        await AnnounceAsync(town, "a");
        await AnnounceAsync(town, "b");

        await WorkAtLastAsync(town);

        Assert.Equal(["same@example.org"], _door.Handled);
        Assert.Equal(["a", "b"], _door.Filed.Keys.Order());
    }

    [Fact]
    public async Task A_copy_takes_over_when_the_one_that_claimed_the_mail_has_gone()
    {
        await using var town = await BuildAsync();
        await town.The<HandledMails>().ClaimAsync("same@example.org", "Parse|gone", default);
        _door.Put("b", "same@example.org");
        await AnnounceAsync(town, "b");

        Assert.Null(await WorkAsync(town));

        Assert.Equal(["same@example.org"], _door.Handled);
    }

    [Fact]
    public async Task A_mail_that_nobody_can_handle_holds_up_no_other_and_ends_with_the_office()
    {
        await using var town = await BuildAsync();
        _door.Fails = key => key.StartsWith("poison", StringComparison.Ordinal) ? new InvalidOperationException("broken") : null;
        foreach (var key in new[] { "poison", "a", "b", "c" })
        {
            _door.Put(key);
            await AnnounceAsync(town, key);
        }

        Assert.Equal(town.Clock.Now.AddMinutes(1), await WorkAsync(town));
        Assert.Equal(3, _door.Handled.Count);
        var rounds = await WorkAtLastAsync(town);

        Assert.Equal(5, rounds);
        Assert.Equal(MailPlace.NeedsAttention, _door.Filed["poison"]);
        var task = Assert.Single(await town.The<OfficeTaskTable>().ListAsync(default));
        Assert.Equal(("mail-not-handled", (Domain.MiniGrants.MiniGrantId?)null), (task.Kind, task.Id));
        Assert.False(await town.The<IMailroom>().HasWorkAsync(default));
    }

    [Fact]
    public async Task A_mail_that_kills_the_process_is_given_up_as_well()
    {
        await using var town = await BuildAsync();
        _door.Put("deadly");
        await AnnounceAsync(town, "deadly");
        var tries = 0;
        _door.Fails = _ => ++tries > 0 ? new OperationCanceledException(town.Trouble.Run) : null;
        for (DateTimeOffset? next = town.Clock.Now; next is not null && tries < 20;)
        {
            town.Trouble.Begin();
            var run = town.Trouble.Run;
            _door.Fails = _ =>
            {
                tries++;
                town.Trouble.Die();
                return new OperationCanceledException(run);
            };
            try
            {
                next = await town.The<IMailroom>().WorkAsync(ScriptedEngine.Down(), run);
            }
            catch (OperationCanceledException)
            {
                town.Clock.Now = town.Clock.Now.AddMinutes(3);
            }
        }

        Assert.Equal(6, tries);
        Assert.Single(await town.The<OfficeTaskTable>().ListAsync(default));
    }

    [Fact]
    public async Task A_mailbox_that_asks_to_be_left_alone_is_and_no_try_is_counted()
    {
        await using var town = await BuildAsync();
        var refused = 0;
        _door.Fails = _ => refused++ < 10
            ? new ApiException("busy") { ResponseStatusCode = 429, ResponseHeaders = new Dictionary<string, IEnumerable<string>> { ["Retry-After"] = ["90"] } }
            : null;
        _door.Put("a");
        await AnnounceAsync(town, "a");

        Assert.Equal(town.Clock.Now.AddSeconds(90), await WorkAsync(town));
        await WorkAtLastAsync(town);

        Assert.Equal(["a@example.org"], _door.Handled);
        Assert.Empty(await town.The<OfficeTaskTable>().ListAsync(default));
    }

    [Fact]
    public async Task A_mail_that_has_gone_is_done()
    {
        await using var town = await BuildAsync();
        await AnnounceAsync(town, "gone");

        Assert.Equal(town.Clock.Now.AddMinutes(1), await WorkAsync(town));
        town.Clock.Now = town.Clock.Now.AddMinutes(2);
        Assert.Null(await WorkAsync(town));

        Assert.Empty(_door.Handled);
        Assert.Empty(_door.Filed);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whenever_it_dies_a_mail_is_handled_and_filed(bool afterwards)
    {
        var killed = true;
        for (var step = 1; killed; step++)
        {
            _door.Filed.Clear();
            _door.Handled.Clear();
            await using var town = await BuildAsync();
            _door.Put("a");
            killed = await DieAtAsync(town, step, afterwards);
            town.Trouble.Begin();
            await AnnounceAsync(town, "a");
            town.Clock.Now = town.Clock.Now.AddMinutes(3);
            await WorkAtLastAsync(town);

            Assert.Single(_door.Handled.Distinct());
            Assert.Equal(MailPlace.Processed, _door.Filed["a"]);
            Assert.False(await town.The<IMailroom>().HasWorkAsync(default));
            Assert.Empty(await town.The<OfficeTaskTable>().ListAsync(default));
        }
    }

    [Fact]
    public async Task Marks_are_forgotten_after_their_time_and_what_waits_is_not()
    {
        await using var town = await BuildAsync();
        _door.Put("a");
        await AnnounceAsync(town, "a");
        await WorkAsync(town);
        await AnnounceAsync(town, "waits");
        town.Clock.Now = town.Clock.Now.AddDays(500);

        await ActivatorUtilities.CreateInstance<RetentionFunction>(town.Services).RunAsync(new(), default);

        Assert.True(await town.The<IMailroom>().HasWorkAsync(default));
        Assert.IsType<MailClaim.Mine>(await town.The<HandledMails>().ClaimAsync("a@example.org", "Parse|new", default));
        Assert.True(await town.The<ArrivalTable>().TryAddAsync(new Arrival(MailDoor.Parse, "a", town.Clock.Now), default));
    }

    private async Task<MailTown> BuildAsync() => await MailTown.BuildAsync(
        azurite, services => services.RemoveAll<IMailSource>().AddSingleton<IMailSource>(_door).AddSingleton<IMailHandler>(_door));

    private static Task AnnounceAsync(MailTown town, string key, CancellationToken cancellation = default) =>
        town.The<IArrivals>().AnnounceAsync(MailDoor.Parse, key, town.Clock.Now, cancellation);

    private static Task<DateTimeOffset?> WorkAsync(MailTown town) => town.The<IMailroom>().WorkAsync(ScriptedEngine.Down(), default);

    /// <summary>Comes back whenever it is asked to, and says how often.</summary>
    private static async Task<int> WorkAtLastAsync(MailTown town)
    {
        var rounds = 0;
        while (await WorkAsync(town) is { } next)
        {
            Assert.InRange(++rounds, 1, 30);
            town.Clock.Now = next;
        }

        return rounds;
    }

    private static async Task<bool> DieAtAsync(MailTown town, int step, bool afterwards)
    {
        town.Trouble.Begin(step, afterwards);
        try
        {
            await AnnounceAsync(town, "a", town.Trouble.Run);
            await town.The<IMailroom>().WorkAsync(ScriptedEngine.Down(), town.Trouble.Run);
        }
        catch (OperationCanceledException)
        {
            return true;
        }

        return town.Trouble.HasKilled;
    }
}
