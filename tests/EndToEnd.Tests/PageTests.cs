using System.Globalization;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using TechPlan.EndToEnd.Tests.Support;

namespace TechPlan.EndToEnd.Tests;

/// <summary>The pages as people meet them: in a browser, with scripts off, on a phone, checked by axe.</summary>
[Collection(AppCollection.Name)]
public sealed class PageTests(AppFixture fixture, BrowserFixture chromium) : IClassFixture<BrowserFixture>
{
    private readonly RunningApp _app = fixture.App;
    private readonly Inbox _inbox = new(fixture.App);
    private readonly IBrowser _browser = chromium.Browser;

    [Fact]
    public async Task A_specialist_approves_on_a_phone_without_scripts()
    {
        var (grant, review) = await SubmittedAsync("Whiteboards");
        var page = await PhoneAsync();

        await page.GotoAsync(review.ToString());
        await DecideAsync(page, "Approve");

        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("approved");
        await _inbox.WaitForAsync(District.ItlOf("School 012").Email, grant.Id, "approved");
        Assert.False(await OverflowsAsync(page), "The page is wider than the phone.");
    }

    [Fact]
    public async Task A_rejection_without_a_note_is_asked_for_it_and_keeps_the_choice()
    {
        var (_, review) = await SubmittedAsync("Whiteboards");
        var page = await PhoneAsync();
        await page.GotoAsync(review.ToString());

        await DecideAsync(page, "Reject");

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("note");
        await Assertions.Expect(page.GetByRole(AriaRole.Radio, new() { Name = "Reject" })).ToBeCheckedAsync();
        await page.GetByRole(AriaRole.Textbox).FillAsync("Please name the teachers who follow up.");
        await DecideAsync(page, "Reject");
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Please name the teachers who follow up.");
    }

    [Fact]
    public async Task A_hostile_title_is_text_on_every_page()
    {
        const string hostile = "<script>document.title='owned'</script> \u202Egnp.exe";
        var (grant, review) = await SubmittedAsync(hostile);
        await ApproveAsync(review);
        var page = await (await _browser.NewContextAsync()).NewPageAsync();

        foreach (var address in new[] { review, grant.StatusUrl, new Uri(_app.Address, $"/enroll/{grant.Id}") })
        {
            await page.GotoAsync(address.ToString());
            Assert.DoesNotContain("owned", await page.TitleAsync(), StringComparison.Ordinal);
            await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("<script>");
        }
    }

    [Fact]
    public async Task Every_page_passes_axe_in_light_and_dark_wide_and_narrow()
    {
        var (grant, review) = await SubmittedAsync("Whiteboards");
        var (second, secondReview) = await SubmittedAsync("Tablets");
        await ApproveAsync(secondReview);
        Uri[] pages =
        [
            review, grant.StatusUrl, secondReview, second.StatusUrl, new(_app.Address, $"/enroll/{second.Id}"),
            new(_app.Address, "/"), new(_app.Address, "/enroll/MG-00000-00000"), new(_app.Address, "/review/cut"),
            new(_app.Address, "/local"), new(_app.Address, "/local/clock"),
        ];

        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            foreach (var width in new[] { 320, 1280 })
            {
                await PassAxeAsync(pages, scheme, width);
            }
        }
    }

    [Fact]
    public async Task A_teacher_registers_once_and_is_told_kindly_the_second_time()
    {
        var (grant, review) = await SubmittedAsync("Whiteboards");
        await ApproveAsync(review);
        var page = await PhoneAsync();

        await RegisterAsync(page, grant.Id);
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("registered");
        await RegisterAsync(page, grant.Id);
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("already registered");
    }

    private static async Task DecideAsync(IPage page, string choice)
    {
        await page.GetByRole(AriaRole.Radio, new() { Name = choice }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send my decision" }).ClickAsync();
    }

    private async Task RegisterAsync(IPage page, string id)
    {
        await page.GotoAsync(new Uri(_app.Address, $"/enroll/{id}").ToString());
        await page.GetByLabel("name", new() { Exact = false }).First.FillAsync("Tess Teacher");
        await page.Locator("input[name=email]").FillAsync("tess.teacher@example.org");
        await page.Locator("input[name=school]").FillAsync("School 012");
        await page.GetByRole(AriaRole.Button).First.ClickAsync();
    }

    private async Task<IPage> PhoneAsync()
    {
        var context = await _browser.NewContextAsync(new() { JavaScriptEnabled = false, ViewportSize = new() { Width = 320, Height = 640 } });
        return await context.NewPageAsync();
    }

    private async Task<(Webhook.Accepted Grant, Uri Review)> SubmittedAsync(string title)
    {
        var request = SampleRequest.For(await new Clock(_app).NowAsync());
        request["title"] = title;
        var grant = await new Webhook(_app).SubmitAsync(request);
        var mail = await _inbox.WaitForAsync(District.SpecialistOf("School 012").Email, grant.Id);
        return (grant, mail.Link("/review/"));
    }

    private async Task ApproveAsync(Uri review)
    {
        using var answer = await _app.PostAsync(review, ("decision", "approve"), ("note", ""));
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, answer.StatusCode);
    }

    private async Task PassAxeAsync(IEnumerable<Uri> pages, ColorScheme scheme, int width)
    {
        await using var context = await _browser.NewContextAsync(new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 }, BypassCSP = true });
        var page = await context.NewPageAsync();
        foreach (var address in pages)
        {
            await page.GotoAsync(address.ToString());
            var result = await page.RunAxe();
            Assert.True(result.Violations.Length == 0, string.Create(CultureInfo.InvariantCulture,
                $"{address} ({scheme}, {width} px): {string.Join("; ", result.Violations.Select(found => $"{found.Id}: {found.Help} {string.Join(", ", found.Nodes.Select(node => node.Html))}"))}"));
            Assert.False(await OverflowsAsync(page), string.Create(CultureInfo.InvariantCulture, $"{address} is wider than {width} px."));
        }
    }

    private static async Task<bool> OverflowsAsync(IPage page)
    {
        var box = await page.Locator("html").BoundingBoxAsync();
        return box!.Width > page.ViewportSize!.Width;
    }
}
