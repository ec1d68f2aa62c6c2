using TechPlan.Domain.Notices;
using TechPlan.Functions.Mail.Rendering;

namespace TechPlan.Functions.Tests.Mail.Rendering;

public sealed class HostileTextTests
{
    [Theory]
    [InlineData("Whiteboards\r\nBcc: everybody@example.org", "Whiteboards Bcc: everybody@example.org")]
    [InlineData("a\u2028b\u2029c\u0085d\ve", "a b c d e")]
    [InlineData("tab\tand\0null\u0007", "tab andnull")]
    [InlineData("safe\u202Egpj.exe\u202C", "safegpj.exe")]
    [InlineData("\u2066isolated\u2069 \u200Fmark\u061C", "isolated mark")]
    [InlineData("zero\u200Bwidth\uFEFF", "zerowidth")]
    [InlineData("  many   blanks  ", "many blanks")]
    [InlineData("lone \uD800 surrogate", "lone surrogate")]
    public void A_line_stays_a_line(string typed, string line) => Assert.Equal(line, PlainWords.Line(typed));

    [Theory]
    [InlineData("\u05E9\u05DC\u05D5\u05DD")]
    [InlineData("\u0645\u0631\u062D\u0628\u0627 2026")]
    public void Right_to_left_text_orders_only_itself(string typed) => Assert.Equal($"\u2068{typed}\u2069", PlainWords.Line(typed));

    [Fact]
    public void Emoji_and_combined_letters_are_cut_whole()
    {
        Assert.Equal("👩‍👩‍👧…", PlainWords.Line("👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", 2));
        Assert.Equal("e\u0301…", PlainWords.Line("e\u0301e\u0301e\u0301", 2));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("</title></style></h1><h1>")]
    [InlineData("Whiteboards\r\nBcc: everybody@example.org")]
    [InlineData("\u202Edetrevni\u202C and \u05E9\u05DC\u05D5\u05DD")]
    public async Task What_people_type_is_shown_as_text_everywhere(string typed)
    {
        foreach (var (notice, _) in MailSamples.All.Where(sample => sample.Notice.Kind is NoticeKind.PleaseReview or NoticeKind.SessionCancelled))
        {
            var mail = await MailRenderingTests.RenderAsync(WithTitle(notice, typed));

            var shown = PlainWords.Line(typed, 48);
            Assert.Contains(shown, mail.Subject, StringComparison.Ordinal);
            Assert.DoesNotContain(mail.Subject, char.IsControl);
            Assert.Contains(PlainWords.Line(typed), mail.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(typed.Contains('<', StringComparison.Ordinal) ? typed : "\u202E", mail.Html, StringComparison.Ordinal);
            Assert.Contains(PlainWords.Line(typed), System.Net.WebUtility.HtmlDecode(mail.Html), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_very_long_title_does_not_make_a_very_long_subject()
    {
        var mail = await MailRenderingTests.RenderAsync(WithTitle(new Notice(NoticeKind.PleaseReview, Audience.Specialist), new string('w', 5000)));

        Assert.InRange(mail.Subject.Length, 60, 120);
        Assert.EndsWith($"({MailSamples.Id})", mail.Subject, StringComparison.Ordinal);
    }

    private static MailContext WithTitle(Notice notice, string title)
    {
        var submission = MailSamples.Submission with { Request = MailSamples.Request with { Title = title } };
        return notice.Kind is NoticeKind.SessionCancelled
            ? MailSamples.Context(notice, MailSamples.Cancelled(submission))
            : MailSamples.Context(notice, MailSamples.UnderReview(submission));
    }
}
