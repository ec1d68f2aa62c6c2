using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Links;
using TechPlan.Functions.Requests;
using TechPlan.Functions.Tests.Web;
using TechPlan.Testing;
using static TechPlan.Functions.Tests.Requests.RequestTown;
using static TechPlan.Functions.Tests.Web.SampleGrants;

namespace TechPlan.Functions.Tests.Requests;

[Collection(AzuriteTests.Name)]
public sealed class NewRequestTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task MG_02_the_empty_page_says_the_earliest_date_and_offers_the_schools()
    {
        using var app = await StartAsync(azurite);

        var answer = await app.GetAsync(New);
        var page = FormPage.Of(answer);

        Assert.Equal(200, answer.Status);
        Assert.Contains("The earliest date you can ask for today is Thursday, September 24, 2026.", page.Text, StringComparison.Ordinal);
        Assert.Contains("<option value=\"School 044\"", answer.Body, StringComparison.Ordinal);
        Assert.Equal(Buttons.Send, page.Buttons[0]);
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task MG_05_an_empty_form_comes_back_with_every_missing_answer_named_beside_its_field()
    {
        using var app = await StartAsync(azurite);

        var answer = await app.PressAsync(Buttons.Send, FormPage.Of(await app.GetAsync(New)).Fields());
        var page = FormPage.Of(answer);

        Assert.Equal(422, answer.Status);
        string[] asked = ["leadSchool", "submitter/email", "session/date", "reflectsSchoolImprovementPlan", "instructor/name", "followUp/plan"];
        Assert.Superset(asked.ToHashSet(), page.Errors.Keys.ToHashSet());
        Assert.All(page.Errors.Keys, name => Assert.NotNull(page.Find(name)));
        Assert.All(page.Errors, error => Assert.Contains(error.Value, page.Find(error.Key + "-error")!.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task MG_02_a_date_that_is_too_soon_is_said_though_nearly_everything_is_missing()
    {
        using var app = await StartAsync(azurite);

        var page = FormPage.Of(await app.PressAsync(Buttons.Send, new() { ["session/date"] = "September 15, 2026" }));

        Assert.Contains("Thursday, September 24, 2026", page.Errors["session/date"], StringComparison.Ordinal);
        Assert.Contains("leadSchool", page.Errors.Keys);
    }

    [Fact]
    public async Task MG_04_nobody_but_the_ITL_of_record_is_mailed_a_link_to_send_with()
    {
        using var app = await StartAsync(azurite);

        var answer = await app.PressAsync(Buttons.Send, Complete().With(("submitter/email", "somebody@example.org")));

        Assert.Equal(422, answer.Status);
        Assert.Contains("ITL of record", FormPage.Of(answer).Errors["submitter/email"], StringComparison.Ordinal);
        Assert.Empty(await app.LettersAsync());
    }

    [Fact]
    public async Task MG_03_schools_are_added_and_removed_by_buttons_and_nothing_is_lost()
    {
        using var app = await StartAsync(azurite);
        var form = Complete().With(("partnerSchools/0/school", "School 044"), ("partnerSchools/0/expectedParticipants", "six"), ("followUp/plan", "Line one\nLine two"));

        var added = FormPage.Of(await app.PressAsync(Buttons.Add, form));
        var twice = FormPage.Of(await app.PressAsync(Buttons.Add, added.Fields().With(("partnerSchools/1/school", "Third"))));
        var removed = FormPage.Of(await app.PressAsync("remove-school-0", twice.Fields()));

        Assert.Equal("partnerSchools/1/school", added.Focus);
        Assert.Equal(("School 044", "six", "Third", ""), (twice.Fields()["partnerSchools/0/school"], twice.Fields()["partnerSchools/0/expectedParticipants"], twice.Fields()["partnerSchools/1/school"], twice.Fields()["partnerSchools/2/school"]));
        Assert.Equal(("Third", ""), (removed.Fields()["partnerSchools/0/school"], removed.Fields()["partnerSchools/1/school"]));
        Assert.DoesNotContain("partnerSchools/2/school", removed.Fields().Keys);
        Assert.Equal("Line one\nLine two", removed.Fields()["followUp/plan"]);
        Assert.Empty(removed.Errors);
    }

    [Fact]
    public async Task MG_03_a_message_stands_beside_its_school_though_empty_lines_stand_before_it()
    {
        using var app = await StartAsync(azurite);

        var page = FormPage.Of(await app.PressAsync(Buttons.Send, Complete().With(("partnerSchools/2/school", "School 044"), ("partnerSchools/2/expectedParticipants", ""))));

        Assert.Equal(["partnerSchools/2/expectedParticipants"], page.Errors.Keys);
        Assert.Equal("School 044", page.Fields()["partnerSchools/2/school"]);
    }

    [Fact]
    public async Task MG_03_a_name_that_two_schools_could_have_is_asked_about_and_chosen()
    {
        using var app = await StartAsync(azurite);

        var asked = FormPage.Of(await app.PressAsync(Buttons.Send, Complete().With(("leadSchool", "Lincoln"))));
        var chosen = FormPage.Of(await app.PressAsync(Buttons.Send, asked.Fields().With(("picked/leadSchool", "Lincoln Elementary"))));

        Assert.Contains("Which school is “Lincoln”", asked.Errors["leadSchool"], StringComparison.Ordinal);
        Assert.Equal("Lincoln", asked.Fields()["leadSchool"]);
        Assert.Contains("check your mail", chosen.Text, StringComparison.Ordinal);
        Assert.Equal("Lincoln Elementary", (await app.DraftAsync(Assert.Single(await app.LettersAsync()))).Form["/leadSchool"]);
    }

    [Fact]
    public async Task A_date_that_may_mean_another_is_asked_about_once_and_left_it_counts()
    {
        using var app = await StartAsync(azurite);

        var asked = FormPage.Of(await app.PressAsync(Buttons.Send, Complete().With(("session/date", "Tuesday, October 14, 2026"))));
        var left = FormPage.Of(await app.PressAsync(Buttons.Send, asked.Fields()));

        Assert.Equal(["session/date"], asked.Errors.Keys);
        Assert.Contains("check your mail", left.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_date_that_does_not_exist_comes_back_as_it_was_typed()
    {
        using var app = await StartAsync(azurite);

        var page = FormPage.Of(await app.PressAsync(Buttons.Send, Complete().With(("session/date", "February 30, 2027"))));

        Assert.Equal(["session/date"], page.Errors.Keys);
        Assert.Equal("February 30, 2027", page.Fields()["session/date"]);
    }

    [Fact]
    public async Task An_earlier_request_opens_again_without_the_dates_that_have_passed()
    {
        using var app = await StartAsync(azurite, new MiniGrantEvent.Submitted(SubmittedAt, SampleGrants.Submission), new MiniGrantEvent.Rejected(DecidedAt, Pat, "Not now."));
        var status = FormPage.Of(await app.GetAsync(app.Link(LinkAction.Status, Dana)));
        var link = status.Find("again")!.ParentElement!.QuerySelector("a")!.GetAttribute("href")!;

        var soon = FormPage.Of(await app.GetAsync(link)).Fields();
        app.Clock.Now = new DateTimeOffset(2026, 10, 20, 15, 0, 0, TimeSpan.Zero);
        var later = FormPage.Of(await app.GetAsync(app.Get<LinkUrls>().AskAgain(Id, Dana.Email, app.Clock.Now.AddDays(1)).PathAndQuery)).Fields();
        var stranger = FormPage.Of(await app.GetAsync(app.Get<LinkUrls>().AskAgain(Id, Pat.Email, app.Clock.Now.AddDays(1)).PathAndQuery)).Fields();

        Assert.Equal((Request.Title, "Wednesday, October 14, 2026", "School 044"), (soon["title"], soon["session/date"], soon["partnerSchools/0/school"]));
        Assert.Equal((Request.Title, "", "Wednesday, November 4, 2026"), (later["title"], later["session/date"], later["followUp/date"]));
        Assert.Equal("", stranger["title"]);
    }

    [Fact]
    public async Task What_is_no_form_or_far_too_long_is_refused_calmly()
    {
        using var app = await StartAsync(azurite);

        var tooLong = await app.PostAsync(New, "title=" + new string('x', 600 * 1024));

        Assert.Equal(413, tooLong.Status);
        Assert.Contains("512 KB", tooLong.Body, StringComparison.Ordinal);
    }
}
