using System.Text.RegularExpressions;
using TechPlan.Domain.Enrollment;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Enroll;
using TechPlan.Functions.Home;
using TechPlan.Functions.Review;
using TechPlan.Functions.Status;
using TechPlan.Functions.Web.Errors;
using TechPlan.Functions.Web.Forms;
using TechPlan.Functions.Web.Timeline;
using TechPlan.Functions.Web.Visits;
using static TechPlan.Functions.Tests.Web.SampleGrants;

namespace TechPlan.Functions.Tests.Web;

/// <summary>What holds for every page, and what each shows in each state.</summary>
public sealed partial class PageTests
{
    private const string Hostile = "</h1><script>alert('x')</script>\u202Egnp\u202C\u05E9\u05DC\u05D5\u05DD";

    public static TheoryData<string> States => [.. All.Select(state => state.GetType().Name).Distinct(StringComparer.Ordinal)];

    [Fact]
    public async Task Text_that_people_typed_is_shown_as_text_and_kept_to_itself()
    {
        var state = Titled(Hostile);
        string[] pages =
        [
            await ReviewAsync(state, Door.Open),
            await RenderedPage.OfAsync<HoldPage>(new HoldModel(View(state), 9, [], Door.Open, FormState.Empty)),
            await RenderedPage.OfAsync<CountPage>(new CountModel(View(state), [], Door.Open, FormState.Empty)),
            await StatusAsync(state, Door.Open),
            await EnrollAsync(state, EnrollPosting.Open),
        ];

        Assert.All(pages, page =>
        {
            Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
            Assert.Matches("<bdi class=\"typed\">(&#x2068;)?&lt;/h1&gt;&lt;script&gt;", page);
            Assert.DoesNotContain("&#x202E;", page, StringComparison.Ordinal);
            Assert.DoesNotContain("alert", TitleOf(page), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Every_page_has_its_landmarks_one_heading_and_no_script()
    {
        string[] pages =
        [
            .. await Task.WhenAll(All.Select(state => ReviewAsync(state, Door.Closed))),
            .. await Task.WhenAll(All.Select(state => StatusAsync(state, Door.Open))),
            await EnrollAsync(Approved, EnrollPosting.Open),
            await RenderedPage.OfAsync<HomePage>(new HomeModel(null)),
            await RenderedPage.OfAsync<ErrorPage>(Trouble.LinkIncomplete),
        ];

        Assert.All(pages, page =>
        {
            Assert.StartsWith("<!DOCTYPE html>", page, StringComparison.Ordinal);
            Assert.Single(Headings().Matches(page));
            Assert.Contains("<html lang=\"en-US\">", page, StringComparison.Ordinal);
            Assert.Contains("<main ", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
            Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(States))]
    public async Task Ids_are_unique_and_what_refers_to_them_finds_them(string stateName)
    {
        var state = All.First(state => state.GetType().Name == stateName);
        var form = FormState.Empty.With(new FieldError("decision", "Choose."), new FieldError("note", "Write."));
        foreach (var page in new[] { await ReviewAsync(state, Door.Open, form), await StatusAsync(state, Door.Open) })
        {
            var ids = Ids().Matches(page).Select(match => match.Groups[1].Value).ToList();
            Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
            Assert.All(References().Matches(page).SelectMany(match => match.Groups[1].Value.Split(' ')), id => Assert.Contains(id, ids));
        }
    }

    [Fact]
    public async Task The_specialist_sees_what_was_noticed_before_anything_else()
    {
        var page = await ReviewAsync(new MiniGrant.UnderReview(Flagged, 0, false), Door.Open);

        Assert.True(page.IndexOf("Please look at this before you decide", StringComparison.Ordinal) < page.IndexOf("The request", StringComparison.Ordinal));
        Assert.All(Flagged.Flags, flag => Assert.Contains(flag.Detail.Replace("“", "&#x201C;", StringComparison.Ordinal).Replace("”", "&#x201D;", StringComparison.Ordinal), page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Neither_answer_is_chosen_beforehand() =>
        Assert.DoesNotContain(" checked", await ReviewAsync(UnderReview, Door.Open), StringComparison.Ordinal);

    [Fact]
    public async Task What_was_typed_is_kept_beside_what_is_wrong_with_it()
    {
        var form = Form(("decision", "reject"), ("note", "a <b> note")).With(new FieldError("note", "Say why."));

        var page = await ReviewAsync(UnderReview, Door.Open, form);

        Assert.Contains("value=\"reject\" checked", page, StringComparison.Ordinal);
        Assert.Contains(">a &lt;b&gt; note</textarea>", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#note\">Say why.</a>", page, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", page, StringComparison.Ordinal);
        Assert.Contains("aria-describedby=\"note-hint note-error\"", page, StringComparison.Ordinal);
        Assert.StartsWith("Error: ", TitleOf(page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Door.Closed)]
    [InlineData(Door.TooLate)]
    [InlineData(Door.Expired)]
    public async Task A_closed_door_has_no_form(Door door) =>
        Assert.DoesNotContain("<form", await ReviewAsync(Rejected, door), StringComparison.Ordinal);

    [Fact]
    public async Task The_status_page_says_what_is_next_and_by_when()
    {
        var page = await StatusAsync(Approved, Door.Open);

        Assert.Contains("With 15 or more the session is confirmed; with fewer it is cancelled.", page, StringComparison.Ordinal);
        Assert.Contains("<time datetime=\"2026-10-13T16:00:00-05:00\">Tuesday, October 13, 2026, 4:00 pm Central Time</time>", page, StringComparison.Ordinal);
        Assert.Contains("9 people registered", page, StringComparison.Ordinal);
        Assert.Contains("<details class=\"act\">", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EnrollPosting.Open, true)]
    [InlineData(EnrollPosting.Over, false)]
    [InlineData(EnrollPosting.Cancelled, false)]
    [InlineData(EnrollPosting.Withdrawn, false)]
    public async Task Enroll_takes_registrations_only_while_it_is_open(EnrollPosting posting, bool hasForm) =>
        Assert.Equal(hasForm, (await EnrollAsync(Approved, posting)).Contains("<form", StringComparison.Ordinal));

    private static Task<string> ReviewAsync(MiniGrant.Known state, Door door, FormState? form = null) =>
        RenderedPage.OfAsync<ReviewPage>(new ReviewModel(View(state), [], door, form ?? FormState.Empty));

    private static Task<string> StatusAsync(MiniGrant.Known state, Door door) => RenderedPage.OfAsync<StatusPage>(
        new StatusModel(View(state), [new TimelineEntry(SubmittedAt, "Sent.", "Because.")], 9, "http://localhost/enroll/x", null, door, FormState.Empty));

    private static Task<string> EnrollAsync(MiniGrant.Known state, EnrollPosting posting) =>
        RenderedPage.OfAsync<EnrollPage>(new EnrollModel(View(state), 9, posting, FormState.Empty));

    private static FormState Form(params (string Field, string Value)[] typed) =>
        FormState.Empty with { Values = FormState.Empty.Values.AddRange(typed.Select(one => KeyValuePair.Create(one.Field, one.Value))) };

    private static string TitleOf(string page) => Title().Match(page).Groups[1].Value;

    [GeneratedRegex("<h1[ >]", RegexOptions.None, 1000)]
    private static partial Regex Headings();

    [GeneratedRegex("<title>(.*?)</title>", RegexOptions.None, 1000)]
    private static partial Regex Title();

    [GeneratedRegex(" id=\"([^\"]*)\"", RegexOptions.None, 1000)]
    private static partial Regex Ids();

    [GeneratedRegex(" (?:for|aria-labelledby|aria-describedby|href)=\"#?([a-z][a-z -]*)\"", RegexOptions.None, 1000)]
    private static partial Regex References();
}
