using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Drafts;
using TechPlan.Functions.Forms;
using TechPlan.Functions.Links;
using TechPlan.Functions.Mail.Letters;
using TechPlan.Functions.Requests;
using TechPlan.Testing;
using static TechPlan.Functions.Tests.Requests.RequestTown;
using static TechPlan.Functions.Tests.Web.SampleGrants;

namespace TechPlan.Functions.Tests.Requests;

/// <summary>How a request begins to count: by a link that was mailed to whoever sends it.</summary>
[Collection(AzuriteTests.Name)]
public sealed class DraftPageTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task MG_04_a_first_request_counts_only_once_it_is_sent_from_the_mailed_link()
    {
        using var app = await StartAsync(azurite);

        var told = await app.PressAsync(Buttons.Send, Complete());
        var letter = Assert.Single(await app.LettersAsync());
        var link = LinkIn(letter);
        var source = (await app.DraftAsync(letter)).Source;
        var (shown, head) = (await app.GetAsync(link), await app.HeadAsync(link));
        var page = FormPage.Of(shown);
        var asFound = await app.PressAsync(Buttons.Send, page.Fields(), link);
        var takenByThen = await app.IsTakenAsync(source);
        var sent = await app.PressAsync(Buttons.Send, page.Fields().With(("confirmed", "yes")), link);

        Assert.Contains("check your mail", told.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Spreadsheets", letter.Content!.Text, StringComparison.Ordinal);
        Assert.Equal((200, 200, 422, false), (shown.Status, head.Status, asFound.Status, takenByThen));
        Assert.Equal("Spreadsheets for beginners", page.Fields()["title"]);
        Assert.Empty(page.Errors);
        Assert.Equal(303, sent.Status);
        Assert.StartsWith("/status/", sent.Location, StringComparison.Ordinal);
        Assert.True(await app.IsTakenAsync(source));
    }

    [Fact]
    public async Task A_sent_draft_s_link_leads_to_its_status_and_sends_nothing_twice()
    {
        using var app = await StartAsync(azurite);
        await app.PressAsync(Buttons.Send, Complete());
        var link = LinkIn(Assert.Single(await app.LettersAsync()));
        var form = FormPage.Of(await app.GetAsync(link)).Fields().With(("confirmed", "yes"));
        await app.PressAsync(Buttons.Send, form, link);

        var (shown, again) = (await app.GetAsync(link), await app.PressAsync(Buttons.Send, form, link));

        Assert.Equal((303, 303), (shown.Status, again.Status));
        Assert.StartsWith("/status/", shown.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proven_browser_sends_at_once_but_not_for_others_and_not_from_another_site()
    {
        using var app = await StartAsync(azurite);
        await app.PressAsync(Buttons.Send, Complete());
        var link = LinkIn(Assert.Single(await app.LettersAsync()));
        var proof = await app.PressAsync(Buttons.Send, FormPage.Of(await app.GetAsync(link)).Fields().With(("confirmed", "yes")), link);
        app.Bring(proof);

        var atOnce = await app.PressAsync(Buttons.Send, Complete().With(("title", "Another")));
        var other = await app.PressAsync(Buttons.Send, Complete().With(("leadSchool", "School 044"), ("submitter/email", "kim.novak@example.org")));
        app.Headers["Sec-Fetch-Site"] = "cross-site";
        var foreign = await app.PressAsync(Buttons.Send, Complete().With(("title", "Forged")));

        var cookie = proof.Response.Headers.SetCookie.ToString();
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("dana", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal((303, 200, 200), (atOnce.Status, other.Status, foreign.Status));
        Assert.All([other, foreign], answer => Assert.Contains("check your mail", answer.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_page_sent_twice_is_one_request()
    {
        using var app = await StartAsync(azurite);
        var form = Complete().With(("key", FormPage.Of(await app.GetAsync(New)).Fields()["key"]));

        await app.PressAsync(Buttons.Send, form);
        await app.PressAsync(Buttons.Send, form);

        Assert.Single((await app.LettersAsync()).Select(letter => letter.About).Distinct());
    }

    [Fact]
    public async Task A_draft_needs_an_address_and_nothing_else()
    {
        using var app = await StartAsync(azurite);

        var without = await app.PressAsync(Buttons.Keep, new() { ["title"] = "Half an idea" });
        var kept = await app.PressAsync(Buttons.Keep, new() { ["title"] = "Half an idea", ["submitter/email"] = "dana.field@example.org" });
        var page = FormPage.Of(await app.GetAsync(LinkIn(Assert.Single(await app.LettersAsync()))));

        Assert.Equal((422, 200), (without.Status, kept.Status));
        Assert.Equal(["submitter/email"], FormPage.Of(without).Errors.Keys);
        Assert.Equal("Half an idea", page.Fields()["title"]);
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task Behind_its_link_a_draft_is_kept_as_it_is_now()
    {
        using var app = await StartAsync(azurite);
        await app.PressAsync(Buttons.Keep, Complete());
        var link = LinkIn(Assert.Single(await app.LettersAsync()));

        var kept = await app.PressAsync(Buttons.Keep, Complete().With(("title", "A better idea"), ("submitter/email", "")), link);

        Assert.Contains("Your draft is kept", kept.Body, StringComparison.Ordinal);
        Assert.Equal("A better idea", FormPage.Of(await app.GetAsync(link)).Fields()["title"]);
        Assert.Single(await app.LettersAsync());
    }

    [Fact]
    public async Task Nobody_gets_more_than_five_links_a_day_whoever_types_the_address()
    {
        using var app = await StartAsync(azurite);

        for (var i = 0; i < DraftMail.LettersADay; i++)
        {
            Assert.Contains("check your mail", (await app.PressAsync(Buttons.Keep, Complete())).Body, StringComparison.Ordinal);
        }

        var sixth = await app.PressAsync(Buttons.Keep, Complete());
        app.Clock.Now = app.Clock.Now.AddDays(1);
        await app.PressAsync(Buttons.Keep, Complete());

        Assert.Contains("no further mail today", sixth.Body, StringComparison.Ordinal);
        Assert.Equal(DraftMail.LettersADay + 1, (await app.LettersAsync()).Count);
    }

    [Fact]
    public async Task Another_address_typed_behind_a_link_is_proved_by_a_link_of_its_own()
    {
        using var app = await StartAsync(azurite);
        await app.PressAsync(Buttons.Keep, Complete());
        var first = Assert.Single(await app.LettersAsync());
        app.Clock.Now = app.Clock.Now.AddMinutes(1);

        var answer = await app.PressAsync(
            Buttons.Send, Complete().With(("leadSchool", "School 044"), ("submitter/email", "kim.novak@example.org"), ("confirmed", "yes")), LinkIn(first));
        var second = (await app.LettersAsync())[^1];

        Assert.Contains("check your mail", answer.Body, StringComparison.Ordinal);
        Assert.Equal(("kim.novak@example.org", first.About), (second.To!.Email.Value, second.About));
    }

    [Fact]
    public async Task An_expired_link_sends_nothing_and_mails_a_new_one_to_its_own_address()
    {
        using var app = await StartAsync(azurite);
        await app.PressAsync(Buttons.Send, Complete());
        var link = LinkIn(Assert.Single(await app.LettersAsync()));
        app.Clock.Now = app.Clock.Now.AddDays(91);

        var (shown, renewed) = (await app.GetAsync(link), await app.PressAsync(Buttons.Send, Complete().With(("confirmed", "yes")), link));

        Assert.Equal((410, 200), (shown.Status, renewed.Status));
        Assert.Contains("Mail me a new link", shown.Body, StringComparison.Ordinal);
        Assert.Contains("d…@example.org", FormPage.Of(renewed).Text, StringComparison.Ordinal);
        Assert.Equal(2, (await app.LettersAsync()).Count);
    }

    [Fact]
    public async Task What_came_by_mail_and_was_not_accepted_is_asked_about_at_the_top()
    {
        using var app = await StartAsync(azurite);
        var form = new TypedForm(
        [
            new TypedField("/leadSchool", "School 012", "table 1, row 2"),
            new TypedField("/submitter/email", "dana.field@example.org"),
            new TypedField("/title", "Reading graphs", "line 4", Certainty.Unsure),
            new TypedField("/reflectsSchoolImprovementPlan", "YES!"),
        ]);
        var draft = new KeptDraft(MiniGrantId.For("mail:1"), "mail:1", form, Dana.Email, new AnsweredMail("1@example.org", null), app.Clock.Now);
        await app.Get<IDraftStore>().KeepAsync(draft, CancellationToken.None);
        var link = app.Get<LinkUrls>().For(LinkAction.Draft, draft.Id, Dana.Email, app.Clock.Now.AddDays(30)).AbsolutePath;

        var page = FormPage.Of(await app.GetAsync(link));
        var sent = await app.PressAsync(Buttons.Send, Complete().With(("title", "Reading graphs"), ("confirmed", "yes")), link);

        Assert.Contains("still missing or unclear", page.Text, StringComparison.Ordinal);
        Assert.Superset(new HashSet<string> { "title", "session/date", "followUp/plan" }, page.Errors.Keys.ToHashSet());
        Assert.Equal(("Reading graphs", "yes"), (page.Fields()["title"], page.Fields()["reflectsSchoolImprovementPlan"]));
        Assert.Equal(303, sent.Status);
        Assert.True(await app.IsTakenAsync("mail:1"));
    }

    [Fact]
    public async Task A_link_to_something_else_or_to_a_draft_that_is_gone_says_so()
    {
        using var app = await StartAsync(azurite);
        var urls = app.Get<LinkUrls>();
        var gone = await app.GetAsync(urls.For(LinkAction.Draft, Id, Dana.Email, app.Clock.Now.AddDays(1)).AbsolutePath);
        var status = app.Link(LinkAction.Status, Dana).Split('/')[^1];

        var other = await app.GetAsync($"/mini-grants/drafts/{status}");

        Assert.Equal((404, 404), (gone.Status, other.Status));
        Assert.Contains("no longer kept", gone.Body, StringComparison.Ordinal);
        Assert.Contains("another page", other.Body, StringComparison.Ordinal);
    }
}
