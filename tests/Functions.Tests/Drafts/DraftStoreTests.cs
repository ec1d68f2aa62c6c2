using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Drafts;
using TechPlan.Functions.Forms;
using TechPlan.Functions.Mail.Letters;
using TechPlan.Functions.Tests.Support;
using TechPlan.Testing;

namespace TechPlan.Functions.Tests.Drafts;

[Collection(AzuriteTests.Name)]
public sealed class DraftStoreTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_draft_comes_back_as_it_was_kept_however_long_it_is()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var draft = Draft("mail:1", app.Clock.GetUtcNow()) with
        {
            Owner = TestApp.Dana.Email,
            Origin = new AnsweredMail("1@example.org", "AAMk"),
            Form = new TypedForm(
            [
                new TypedField("/title", "“Graphs” <b>\n\t\U0001F4C8"),
                new TypedField("/session/date", "Oct. 14", "table 2, row 4", Certainty.Unsure),
                new TypedField("/followUp/plan", new string('ß', 250_000)),
            ]),
        };
        var drafts = app.Get<IDraftStore>();

        await drafts.KeepAsync(Draft("mail:1", app.Clock.GetUtcNow()), CancellationToken.None);
        await drafts.KeepAsync(draft, CancellationToken.None);
        var found = await drafts.FindAsync(draft.Id, CancellationToken.None);

        Assert.Equal(draft with { Form = TypedForm.Empty }, found! with { Form = TypedForm.Empty });
        Assert.Equal(draft.Form.Fields.AsEnumerable(), found.Form.Fields);
    }

    [Fact]
    public async Task An_unknown_id_has_no_draft()
    {
        await using var app = await TestApp.StartAsync(azurite);

        Assert.Null(await app.Get<IDraftStore>().FindAsync(MiniGrantId.For("form:none"), CancellationToken.None));
    }

    [Fact]
    public async Task A_draft_that_nobody_came_back_to_is_removed_when_it_is_older_than_the_setting_says()
    {
        await using var app = await TestApp.StartAsync(azurite, ("TechPlan:Storage:KeepDraftDays", "30"));
        var store = app.Get<DraftStore>();
        int[] daysAgo = [400, 31, 30, 0];
        await Task.WhenAll(daysAgo.Select(days => store.KeepAsync(Draft($"form:{days}", app.Clock.GetUtcNow().AddDays(-days)), CancellationToken.None)));

        await app.NightAsync();

        var kept = await Task.WhenAll(daysAgo.Select(days => store.FindAsync(MiniGrantId.For($"form:{days}"), CancellationToken.None)));
        Assert.Equal([null, null, "form:30", "form:0"], kept.Select(draft => draft?.Source));
    }

    private static KeptDraft Draft(string source, DateTimeOffset keptAt) => new(MiniGrantId.For(source), source, TypedForm.Empty, null, null, keptAt);
}
