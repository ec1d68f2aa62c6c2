using System.Globalization;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using TechPlan.EndToEnd.Tests.Support;

namespace TechPlan.EndToEnd.Tests;

/// <summary>The request's page as people meet it: with scripts off, on a phone and on a desk, light and dark, checked by axe.</summary>
[Collection(AppCollection.Name)]
public sealed class RequestPageTests(AppFixture fixture, BrowserFixture chromium) : IClassFixture<BrowserFixture>
{
    private readonly RunningApp _app = fixture.App;
    private readonly IBrowser _browser = chromium.Browser;

    [Theory]
    [InlineData(ColorScheme.Light, 320)]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 320)]
    [InlineData(ColorScheme.Dark, 1280)]
    public async Task The_form_passes_axe_empty_refused_with_more_schools_and_when_a_link_was_mailed(ColorScheme scheme, int width)
    {
        await using var context = await _browser.NewContextAsync(new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 }, BypassCSP = true });
        var page = await context.NewPageAsync();

        await page.GotoAsync(new Uri(_app.Address, "/mini-grants/new").ToString());
        await PassAxeAsync(page, "empty");
        await PressAsync(page, "Add a school");
        await PassAxeAsync(page, "with two lines");
        await PressAsync(page, "Send my request");
        await PassAxeAsync(page, "refused");
        await page.Locator("input[name='submitter/email']").FillAsync(string.Create(CultureInfo.InvariantCulture, $"teacher{width}{scheme}@example.org"));
        await PressAsync(page, "Keep as a draft");
        await PassAxeAsync(page, "kept");
    }

    [Fact]
    public async Task A_message_leads_to_its_field_and_what_was_typed_is_still_there()
    {
        await using var context = await _browser.NewContextAsync(new() { JavaScriptEnabled = false, ViewportSize = new() { Width = 360, Height = 740 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(_app.Address, "/mini-grants/new").ToString());

        await page.GetByLabel("Title or topic").FillAsync("Whiteboards");
        await page.GetByLabel("Title or topic").PressAsync("Enter");
        await page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link).First.ClickAsync();

        Assert.EndsWith("#leadSchool", page.Url, StringComparison.Ordinal);
        await Assertions.Expect(page.GetByLabel("Title or topic")).ToHaveValueAsync("Whiteboards");
    }

    private static Task PressAsync(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private static async Task PassAxeAsync(IPage page, string when)
    {
        var result = await page.RunAxe();
        Assert.True(result.Violations.Length == 0,
            $"{when}: {string.Join("; ", result.Violations.Select(found => $"{found.Id}: {found.Help} {string.Join(", ", found.Nodes.Select(node => node.Html))}"))}");
        var box = await page.Locator("html").BoundingBoxAsync();
        Assert.True(box!.Width <= page.ViewportSize!.Width, $"{when}: the page is wider than the window.");
    }
}
