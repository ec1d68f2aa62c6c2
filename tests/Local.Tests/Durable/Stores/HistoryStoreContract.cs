using Microsoft.DurableTask.Client;
using TechPlan.Local.Durable;
using TechPlan.Local.Durable.History;

namespace TechPlan.Local.Tests.Durable.Stores;

/// <summary>What every history store has to do.</summary>
public abstract class HistoryStoreContract
{
    private static readonly DateTimeOffset Day = new(2026, 9, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task An_unknown_instance_is_null()
    {
        var store = await NewStoreAsync();

        Assert.Null(await store.LoadAsync("nobody", default));
        Assert.False(await store.PurgeAsync("nobody", default));
    }

    [Fact]
    public async Task What_was_committed_is_loaded_in_order()
    {
        var store = await NewStoreAsync();
        var position = await CreateAsync(store, New("a"));
        position = await CommitAsync(store, New("a"), position, new EpisodeStarted(Day), new ActivityScheduled(0, "x", "[1]"));
        await CommitAsync(store, New("a"), position, new EpisodeStarted(Day.AddHours(1)), new ActivityCompleted(0, "\"ü\""), new TimerCreated(1, Day));

        var stored = await store.LoadAsync("a", default);

        Assert.Equal(
            [new EpisodeStarted(Day), new ActivityScheduled(0, "x", "[1]"), new EpisodeStarted(Day.AddHours(1)), new ActivityCompleted(0, "\"ü\""), new TimerCreated(1, Day)],
            stored!.History);
        Assert.Equal(New("a") with { Tags = stored.Record.Tags }, stored.Record);
    }

    [Fact]
    public async Task A_commit_on_a_stale_position_changes_nothing()
    {
        var store = await NewStoreAsync();
        var stale = await CreateAsync(store, New("a"));
        await CommitAsync(store, New("a"), stale, new EpisodeStarted(Day));

        var position = await store.CommitAsync(new HistoryCommit(New("a"), [new TimerFired(9)], [], false), stale, default);

        Assert.Null(position);
        Assert.Equal([new EpisodeStarted(Day)], (await store.LoadAsync("a", default))!.History);
    }

    [Fact]
    public async Task An_id_is_created_once()
    {
        var store = await NewStoreAsync();
        await CreateAsync(store, New("a"));

        Assert.Null(await store.CommitAsync(new HistoryCommit(New("a"), [], [], true), StorePosition.None, default));
    }

    [Fact]
    public async Task Messages_are_kept_in_order_until_a_commit_consumes_them()
    {
        var store = await NewStoreAsync();
        var position = await CreateAsync(store, New("a"));
        var messages = Enumerable.Range(1, 12).Select(number => new InboxMessage(new EventRaised("e", $"{number}"), number)).ToList();
        foreach (var message in messages)
        {
            await store.AddMessageAsync(New("a"), message, default);
        }

        await store.AddMessageAsync(New("a"), messages[0], default);
        Assert.Equal(messages, (await store.LoadAsync("a", default))!.Inbox);

        await store.CommitAsync(new HistoryCommit(New("a"), [], [.. messages.Take(10)], false), position, default);
        Assert.Equal(messages.Skip(10), (await store.LoadAsync("a", default))!.Inbox);
    }

    [Fact]
    public async Task A_new_generation_drops_history_however_long_it_was()
    {
        var store = await NewStoreAsync();
        var position = await CreateAsync(store, New("a"));
        for (var episode = 0; episode < 130; episode++)
        {
            position = await CommitAsync(store, New("a"), position, new EpisodeStarted(Day.AddMinutes(episode)));
        }

        var next = New("a") with { Generation = 2 };
        await store.CommitAsync(new HistoryCommit(next, [new EpisodeStarted(Day)], [], true), position, default);

        var stored = await store.LoadAsync("a", default);
        Assert.Equal([new EpisodeStarted(Day)], stored!.History);
        Assert.Equal(2, stored.Record.Generation);
    }

    [Fact]
    public async Task Only_unfinished_instances_are_taken_up_with_all_that_belongs_to_them()
    {
        var store = await NewStoreAsync();
        var open = await CreateAsync(store, New("open"));
        await CommitAsync(store, New("open"), open, new EpisodeStarted(Day));
        await store.AddMessageAsync(New("open"), new InboxMessage(new EventRaised("e", null), 1), default);
        var closed = await CreateAsync(store, New("closed"));
        await store.AddMessageAsync(New("closed"), new InboxMessage(new EventRaised("e", null), 1), default);
        await store.CommitAsync(new HistoryCommit(Ended("closed"), [], [], true), closed, default);

        var found = Assert.Single(await store.LoadUnfinishedAsync(default));

        Assert.Equal("open", found.Record.Id);
        Assert.Equal([new EpisodeStarted(Day)], found.History);
        Assert.Equal([new InboxMessage(new EventRaised("e", null), 1)], found.Inbox);
    }

    [Fact]
    public async Task A_restarted_id_sees_nothing_of_its_former_life()
    {
        var store = await NewStoreAsync();
        var position = await CreateAsync(store, New("a"));
        await store.AddMessageAsync(New("a"), new InboxMessage(new EventRaised("late", null), 1), default);
        position = (await store.CommitAsync(new HistoryCommit(Ended("a"), [], [], true), position, default))!;

        await store.CommitAsync(new HistoryCommit(New("a") with { ExecutionId = "second" }, [], [], true), position, default);

        var stored = await store.LoadAsync("a", default);
        Assert.Empty(stored!.Inbox);
        Assert.Empty(stored.History);
        Assert.Empty(Assert.Single(await store.LoadUnfinishedAsync(default)).Inbox);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("\"")]
    [InlineData("\U0001F600")]
    public async Task Payloads_of_up_to_a_mebibyte_come_back_whole(string piece)
    {
        var store = await NewStoreAsync();
        var large = string.Concat(Enumerable.Repeat(piece, 512 * 1024 / piece.Length));
        var position = await CreateAsync(store, New("a") with { Input = large });
        var message = new InboxMessage(new EventRaised("e", large), 1);
        await store.AddMessageAsync(New("a"), message, default);
        Assert.Equal([message], (await store.LoadAsync("a", default))!.Inbox);

        await store.CommitAsync(new HistoryCommit(New("a") with { Input = large }, [message.Event], [message], false), position, default);

        var stored = await store.LoadAsync("a", default);
        Assert.Equal([message.Event], stored!.History);
        Assert.Equal(large, stored.Record.Input);
        Assert.Equal(large, Assert.Single((await store.QueryAsync(new OrchestrationQuery(), null, 10, default)).Values).Input);
    }

    [Fact]
    public async Task A_long_instance_may_become_short_again()
    {
        var store = await NewStoreAsync();
        var position = await CreateAsync(store, New("a") with { Input = new string('x', 500_000) });

        await store.CommitAsync(new HistoryCommit(New("a") with { Input = "short" }, [], [], true), position, default);

        Assert.Equal("short", (await store.LoadAsync("a", default))!.Record.Input);
    }

    [Fact]
    public async Task Queries_narrow_by_status_prefix_and_time_and_come_in_pages()
    {
        var store = await NewStoreAsync();
        for (var number = 0; number < 7; number++)
        {
            await CreateAsync(store, New($"grant-{number}") with { CreatedAt = Day.AddDays(number) });
        }

        await CreateAsync(store, New("other"));
        await CreateAsync(store, Ended("grant-x"));

        Assert.Equal(["grant-x"], await IdsAsync(store, new(Statuses: [OrchestrationRuntimeStatus.Completed])));
        Assert.Equal(7, (await IdsAsync(store, new(InstanceIdPrefix: "grant-", Statuses: [OrchestrationRuntimeStatus.Running]))).Count);
        Assert.Equal(["grant-4", "grant-5"], await IdsAsync(store, new(CreatedFrom: Day.AddDays(4), CreatedTo: Day.AddDays(5))));
        Assert.Equal(9, (await IdsAsync(store, new())).Count);
    }

    [Fact]
    public async Task A_purged_instance_is_gone()
    {
        var store = await NewStoreAsync();
        var position = await CreateAsync(store, New("a"));
        await CommitAsync(store, New("a"), position, new EpisodeStarted(Day));

        Assert.True(await store.PurgeAsync("a", default));
        Assert.Null(await store.LoadAsync("a", default));
    }

    [Fact]
    public async Task Ids_may_hold_quotes_and_other_letters()
    {
        var store = await NewStoreAsync();
        await CreateAsync(store, New("O'Brien & Søn 100%"));

        Assert.NotNull(await store.LoadAsync("O'Brien & Søn 100%", default));
        Assert.True(await store.PurgeAsync("O'Brien & Søn 100%", default));
    }

    /// <summary>A store with nothing in it.</summary>
    private protected abstract Task<IHistoryStore> NewStoreAsync();

    private static InstanceRecord New(string id) => new()
    {
        Id = id,
        ExecutionId = "first",
        Generation = 1,
        Name = "orchestrator",
        Version = "1.0",
        Status = OrchestrationRuntimeStatus.Running,
        CreatedAt = Day,
        UpdatedAt = Day,
    };

    private static InstanceRecord Ended(string id) => New(id) with { Status = OrchestrationRuntimeStatus.Completed };

    private static async Task<StorePosition> CreateAsync(IHistoryStore store, InstanceRecord record) =>
        await store.CommitAsync(new HistoryCommit(record, [], [], true), StorePosition.None, default) ?? throw new InvalidOperationException("It exists.");

    private static async Task<StorePosition> CommitAsync(
        IHistoryStore store, InstanceRecord record, StorePosition position, params HistoryEvent[] events) =>
        await store.CommitAsync(new HistoryCommit(record, events, [], false), position, default) ?? throw new InvalidOperationException("Stale.");

    private static async Task<List<string>> IdsAsync(IHistoryStore store, OrchestrationQuery query)
    {
        var ids = new List<string>();
        string? token = null;
        do
        {
            var page = await store.QueryAsync(query, token, 3, default);
            Assert.True(page.Values.Count <= 3);
            ids.AddRange(page.Values.Select(record => record.Id));
            token = page.ContinuationToken;
        }
        while (token is not null);
        return ids;
    }
}
