using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TechPlan.EndToEnd.Tests.Support;

namespace TechPlan.EndToEnd.Tests;

/// <summary>A mini-grant through the running app, asked for by mail: the form attached, completed on the page behind the answer's link, or confirmed by the ITL.</summary>
[Collection(AppCollection.Name)]
public sealed partial class MailLifecycleTests(AppFixture fixture)
{
    private const string School = "School 020";

    private readonly RunningApp _app = fixture.App;
    private readonly Clock _clock = new(fixture.App);
    private readonly Inbox _inbox = new(fixture.App);
    private readonly Mailbox _mailbox = new(fixture.App);

    private static string Itl => District.ItlOf(School).Email;

    private static string Specialist => District.SpecialistOf(School).Email;

    [Fact]
    public async Task From_a_mail_with_the_Word_form_to_confirmed_MG_02_MG_04_MG_05_MG_12()
    {
        var request = SampleRequest.Of(School, "Coding with robots", await _clock.NowAsync());
        var mail = await FiledAsync(Eml.WithForm(Itl, "Our request", await FormAsync(request)));
        var received = await _inbox.WaitForAsync(Itl, "Coding with robots", "we have your request");
        var id = IdIn(received);

        Assert.Equal(Mailbox.Processed, mail.Folder);
        Assert.Equal(mail.ConversationId, received.ConversationId);
        Assert.All(Said(request), value => Assert.Contains(value, received.Text, StringComparison.Ordinal));
        await ApproveAsync(id);
        foreach (var nth in Enumerable.Range(1, 15))
        {
            using var registered = await _app.RegisterAsync(id, nth);
            Assert.Equal(HttpStatusCode.SeeOther, registered.StatusCode);
        }

        await _clock.MoveToAsync(DateTimeOffset.Parse($"{request["session"]!["date"]}T12:00:00Z", CultureInfo.InvariantCulture));

        foreach (var address in new[] { Itl, Specialist, "fran.facilitator@example.org", $"teacher15.{id}@example.org" })
        {
            await _inbox.WaitForAsync(address, id, "confirmed");
        }
    }

    [Fact]
    public async Task An_incomplete_form_is_completed_on_the_page_that_the_answer_links_to_MG_05_MG_08()
    {
        var request = SampleRequest.Of(School, "Maps in geography", await _clock.NowAsync());
        request.Remove("expectedParticipants");
        request["followUp"]!.AsObject().Remove("plan");
        var mail = await FiledAsync(Eml.WithForm(Itl, "Our request", await FormAsync(request)));
        var answer = await _inbox.WaitForAsync(Itl, "Maps in geography", "please complete");

        Assert.Equal(Mailbox.Processed, mail.Folder);
        Assert.Equal(mail.ConversationId, answer.ConversationId);
        Assert.Contains("Please put 2 things right", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Expected participants: ", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Follow-up plan: ", answer.Text, StringComparison.Ordinal);
        await OnPageAsync(answer.Link("/mini-grants/drafts/"), async page =>
        {
            await Assertions.Expect(page.GetByLabel("Title", new() { Exact = false })).ToHaveValueAsync("Maps in geography");
            await page.GetByLabel("Expected participants from the lead school").FillAsync("20");
            await page.GetByLabel("How will you follow up?").FillAsync("Each participant shows one lesson.");
            await SendAsync(page);
        });

        var received = await _inbox.WaitForAsync(Itl, "Maps in geography", "we have your request");
        Assert.Equal(IdIn(answer), IdIn(received));
        await _inbox.WaitForAsync(Specialist, IdIn(received), "please decide");
    }

    [Fact]
    public async Task A_form_that_a_colleague_forwards_counts_once_the_ITL_of_record_sends_it_MG_04()
    {
        const string colleague = "helpful.colleague@example.org";
        var request = SampleRequest.Of(School, "Poems on tablets", await _clock.NowAsync());
        await FiledAsync(Eml.WithForm(colleague, "FW: Our request", await FormAsync(request)));
        var passedOn = await _inbox.WaitForAsync(colleague, "Poems on tablets", "passed on");
        var question = await _inbox.WaitForAsync(Itl, "Poems on tablets", "please confirm");

        Assert.Contains(District.ItlOf(School).Name, passedOn.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(passedOn.Links, link => link.AbsolutePath.StartsWith("/mini-grants/drafts/", StringComparison.Ordinal));
        Assert.Empty(await _inbox.ToAsync(Specialist, "Poems on tablets"));
        await OnPageAsync(question.Link("/mini-grants/drafts/"), SendAsync);

        var received = await _inbox.WaitForAsync(Itl, "Poems on tablets", "we have your request");
        Assert.Equal(IdIn(question), IdIn(received));
        await _inbox.WaitForAsync(Specialist, IdIn(received), "please decide");
    }

    private async Task<byte[]> FormAsync(JsonObject request) => (await WordRequest.DownloadAsync(_app)).Filled(request);

    private async Task<Mailbox.Kept> FiledAsync(Eml mail) => await _mailbox.WaitUntilFiledAsync(await _mailbox.DeliverAsync(mail));

    private async Task ApproveAsync(string id)
    {
        var review = await _inbox.WaitForAsync(Specialist, id);
        using var approved = await _app.PostAsync(review.Link("/review/"), ("decision", "approve"), ("note", ""));
        Assert.Equal(HttpStatusCode.SeeOther, approved.StatusCode);
        await _inbox.WaitForAsync(Itl, id, "approved");
    }

    private static async Task OnPageAsync(Uri address, Func<IPage, Task> act)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browser.LaunchAsync(playwright);
        var page = await browser.NewPageAsync();
        await page.GotoAsync(address.ToString());
        await act(page);
    }

    private static async Task SendAsync(IPage page)
    {
        await page.GetByLabel("This is my request").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send my request" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Mini-grant MG-");
    }

    /// <summary>What the answer must repeat of a request.</summary>
    private static IEnumerable<string> Said(JsonNode request) =>
    [
        (string)request["title"]!,
        (string)request["leadSchool"]!,
        (string)request["submitter"]!["name"]!,
        "1 Sample Street",
        "204",
        "3:30 pm",
        "5:30 pm",
        "School 044",
        "Ida Instructor",
        "Fran Facilitator",
        "Each participant shows one lesson to a colleague.",
        "School 012, library",
    ];

    private static string IdIn(Mail mail) => GrantId().Match(mail.Subject).Value;

    [GeneratedRegex("MG-[0-9A-Z]{5}-[0-9A-Z]{5}", RegexOptions.CultureInvariant)]
    private static partial Regex GrantId();
}
