using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using TechPlan.Domain.Notices;
using TechPlan.Functions.Mail.Rendering;

namespace TechPlan.Functions.Tests.Mail.Rendering;

public sealed partial class MailRenderingTests
{
    public static IEnumerable<object[]> Everything =>
        MailSamples.All.Select(sample => new object[] { sample.Notice.Kind.ToString(), sample.Notice.To.ToString() });

    [Fact]
    public void Every_kind_of_notice_has_a_sample() =>
        Assert.Equal(Enum.GetValues<NoticeKind>(), MailSamples.All.Select(sample => sample.Notice.Kind).Distinct().Order());

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task Begins_with_what_to_do_or_that_nothing_needs_doing(string kind, string audience)
    {
        var mail = await RenderAsync(kind, audience);

        var first = mail.Text.Split('\n')[0];
        Assert.Matches("^(Please |Nothing (to do|needs doing)|Approved\\. Please |Your request is withdrawn\\. Please )", first);
        Assert.Equal(first, Plain(HeadingOne().Match(mail.Html).Groups[1].Value));
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task Names_the_mini_grant_in_subject_and_body(string kind, string audience)
    {
        var mail = await RenderAsync(kind, audience);

        Assert.Contains(MailSamples.Id.Value, mail.Subject, StringComparison.Ordinal);
        Assert.Contains($"Mini-grant {MailSamples.Id}", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"Mini-grant {MailSamples.Id}", mail.Html, StringComparison.Ordinal);
        Assert.True(mail.Subject.Length <= 150, mail.Subject);
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task Both_shapes_say_the_same(string kind, string audience)
    {
        var mail = await RenderAsync(kind, audience);

        var html = Plain(mail.Html);
        foreach (var line in mail.Text.Split('\n').Select(line => line.TrimStart('-', '>', ' ')).Where(line => line.Length > 0 && !IsLink(line)))
        {
            var parts = line.TrimEnd(':').Split(": ", 2);
            Assert.All(parts, part => Assert.Contains(part, html, StringComparison.OrdinalIgnoreCase));
        }

        var links = Links().Matches(mail.Html).Select(link => Plain(link.Groups[1].Value)).ToArray();
        Assert.Equal(links, mail.Text.Split('\n').Where(IsLink));
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task Is_a_sound_document_without_anything_from_elsewhere(string kind, string audience)
    {
        var mail = await RenderAsync(kind, audience);

        Assert.StartsWith("<!DOCTYPE html>", mail.Html, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en-US\"", mail.Html, StringComparison.Ordinal);
        Assert.Contains($"<title>{mail.Subject}</title>", mail.Html, StringComparison.Ordinal);
        Assert.Single(HeadingOne().Matches(mail.Html));
        Assert.DoesNotMatch("<(img|script|link|iframe|form)[ >]|url\\(| src=|@import", mail.Html);
        Assert.Equal([], Unclosed(mail.Html));
        // Word's engine in Outlook and some gateways cut what is longer than about 100 KB.
        Assert.InRange(mail.Html.Length, 1000, 30_000);
    }

    [Theory]
    [InlineData("PleaseReview", "Specialist", "/review/")]
    [InlineData("ReviewReminder", "Specialist", "/review/")]
    [InlineData("RegistrationsLow", "Specialist", "/hold/")]
    [InlineData("PleaseCount", "Specialist", "/count/")]
    [InlineData("RequestApproved", "LeadItl", "/enroll/")]
    [InlineData("RegistrationsLow", "LeadItl", "/enroll/")]
    public async Task What_is_asked_has_one_button(string kind, string audience, string path)
    {
        var mail = await RenderAsync(kind, audience);

        var button = Assert.Single(Buttons().Matches(mail.Html));
        Assert.Contains(path, button.Groups[1].Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RequestReceived", "LeadItl")]
    [InlineData("RequestRejected", "LeadItl")]
    [InlineData("SessionConfirmed", "Specialist")]
    [InlineData("SessionCancelled", "RegisteredPeople")]
    public async Task What_asks_nothing_has_no_button(string kind, string audience) =>
        Assert.Empty(Buttons().Matches((await RenderAsync(kind, audience)).Html));

    internal static async Task<RenderedMail> RenderAsync(MailContext context)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new MailRenderer(services, NullLoggerFactory.Instance);
        return await renderer.RenderAsync(context);
    }

    /// <summary>HTML as a person reads it.</summary>
    internal static string Plain(string html) =>
        Blanks().Replace(System.Net.WebUtility.HtmlDecode(Tags().Replace(html, " ")), " ").Trim();

    private static Task<RenderedMail> RenderAsync(string kind, string audience)
    {
        var (notice, state) = MailSamples.All.Single(sample => sample.Notice.Kind.ToString() == kind && sample.Notice.To.ToString() == audience);
        return RenderAsync(MailSamples.Context(notice, state));
    }

    private static bool IsLink(string line) => line.StartsWith("https://", StringComparison.Ordinal) || line.StartsWith("mailto:", StringComparison.Ordinal);

    private static List<string> Unclosed(string html)
    {
        var open = new List<string>();
        foreach (var tag in Tags().Matches(html).Select(tag => tag.Value).Where(tag => !Void().IsMatch(tag)))
        {
            var name = TagName().Match(tag).Value;
            if (!tag.StartsWith("</", StringComparison.Ordinal))
            {
                open.Add(name);
            }
            else if (open.Count > 0 && open[^1] == name)
            {
                open.RemoveAt(open.Count - 1);
            }
            else
            {
                open.Add($"/{name}");
            }
        }

        return open;
    }

    [GeneratedRegex("<h1[^>]*>(.*?)</h1>", RegexOptions.Singleline)]
    private static partial Regex HeadingOne();

    [GeneratedRegex("<a [^>]*href=\"([^\"]*)\"")]
    private static partial Regex Links();

    [GeneratedRegex("<td class=\"button\"[^>]*><a href=\"([^\"]*)\"")]
    private static partial Regex Buttons();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();

    [GeneratedRegex("^<(!|meta|br|hr|link)")]
    private static partial Regex Void();

    [GeneratedRegex("[a-z][a-z0-9]*")]
    private static partial Regex TagName();

    [GeneratedRegex("\\s+")]
    private static partial Regex Blanks();
}
