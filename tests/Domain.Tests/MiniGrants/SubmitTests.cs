using System.Globalization;
using TechPlan.Domain.Calendars;
using TechPlan.Domain.MiniGrants;
using static TechPlan.Domain.Tests.MiniGrants.Sample;

namespace TechPlan.Domain.Tests.MiniGrants;

public sealed class SubmitTests
{
    [Fact]
    [Trait(Rule.Trait, Rule.MG02)]
    public void A_complete_request_goes_to_the_lead_schools_cluster() =>
        Scenario.Given().When(Submit, SubmittedAt).Then(Submitted);

    [Fact]
    [Trait(Rule.Trait, Rule.MG01)]
    public void Requests_are_accepted_on_every_day_of_the_year()
    {
        for (var day = new DateOnly(2026, 9, 1); day < new DateOnly(2027, 9, 1); day = day.AddDays(1))
        {
            var now = DistrictCalendar.InstantAt(day, new TimeOnly(20, 0));
            var request = RequestFor(MiniGrantWorkflow.EarliestSessionDate(SessionType.Standard, now, Rules));

            Assert.IsType<DecisionResult.Accepted>(MiniGrantWorkflow.Decide(MiniGrant.NotSubmitted.Instance, Submit with { Request = request }, now, Rules));
        }
    }

    [Fact]
    public void The_same_request_again_changes_nothing() => Scenario.Given(Submitted).When(Submit, SubmittedAt).ThenNothing();

    [Fact]
    public void An_id_is_used_once() =>
        Scenario.Given(Submitted).When(Submit with { Id = MiniGrantId.For("webhook:other") }, SubmittedAt).ThenRefused("MG-01", "id-taken");

    [Theory]
    [Trait(Rule.Trait, Rule.MG02)]
    [InlineData(27)]
    [InlineData(14)]
    public void A_session_sooner_than_two_weeks_is_refused_with_the_earliest_date(int day) =>
        Assert.Contains("Monday, September 28, 2026", Submitting(RequestFor(new DateOnly(2026, 9, day))).ThenRefused("MG-02", "too-soon", "/session/date").Detail, StringComparison.Ordinal);

    [Fact]
    [Trait(Rule.Trait, Rule.MG02)]
    public void Exactly_two_weeks_are_enough_even_late_in_the_evening()
    {
        var now = At(9, 14, 23, 59);
        var request = RequestFor(new DateOnly(2026, 9, 28));

        Scenario.Given().When(Submit with { Request = request }, now)
            .Then(new MiniGrantEvent.Submitted(now, SampleSubmission with { Request = request, SubmittedAt = now }));
    }

    [Theory]
    [Trait(Rule.Trait, Rule.MG12)]
    [InlineData(SessionType.Standard, "Tuesday, January 12, 2027")]
    [InlineData(SessionType.SlcLevelOne, "Monday, January 18, 2027")]
    public void A_session_whose_check_a_closure_puts_before_the_request_is_refused_with_a_date_that_works(SessionType type, string earliest)
    {
        var closedUntilJanuary11 = Enumerable.Range(0, 21).Select(day => new DateOnly(2026, 12, 21).AddDays(day));
        var rules = Rules with { Calendar = new SchoolCalendar(DistrictCalendar.TimeZone, closedUntilJanuary11) };

        var refusal = Scenario.Given().When(Submit with { Request = RequestFor(new DateOnly(2027, 1, 5), type) }, At(12, 19, 12), rules)
            .ThenRefused("MG-12", "no-time-to-count", "/session/date");

        Assert.Contains(earliest, refusal.Detail, StringComparison.Ordinal);
    }

    [Fact]
    [Trait(Rule.Trait, Rule.MG04)]
    public void Only_the_ITL_of_record_may_ask() =>
        Submitting(Request with { Submitter = Specialist }).ThenRefused("MG-04", "not-itl-of-record", "/submitter/email");

    [Fact]
    [Trait(Rule.Trait, Rule.MG04)]
    public void The_ITLs_address_may_be_written_in_capitals() =>
        Assert.IsType<DecisionResult.Accepted>(Decide(Request with { Submitter = Lead with { Email = EmailAddress.Parse("ADA.FIELD@Example.org") } }));

    [Fact]
    [Trait(Rule.Trait, Rule.MG14)]
    public void A_school_outside_the_program_may_not_ask() =>
        Scenario.Given().When(Submit with { Facts = Facts with { LeadSchool = School with { InProgram = false } } }, SubmittedAt)
            .ThenRefused("MG-14", "not-in-program", "/leadSchool");

    [Fact]
    [Trait(Rule.Trait, Rule.MG14)]
    public void A_school_that_the_district_does_not_know_may_not_ask() =>
        Scenario.Given().When(Submit with { Facts = Facts with { LeadSchool = null } }, SubmittedAt)
            .ThenRefused("MG-14", "not-in-program", "/leadSchool");

    [Fact]
    [Trait(Rule.Trait, Rule.MG03)]
    public void The_lead_school_is_not_its_own_partner() =>
        Submitting(Request with { PartnerSchools = [new("School 044", 6), new("school 012 ", 3)] }).ThenRefused("MG-03", "lead-is-partner", "/partnerSchools/1/school");

    [Fact]
    [Trait(Rule.Trait, Rule.MG03)]
    public void A_partner_is_listed_once() =>
        Submitting(Request with { PartnerSchools = [new("School 044", 6), new("SCHOOL 044", 3)] }).ThenRefused("MG-03", "listed-twice", "/partnerSchools/1/school");

    [Theory]
    [Trait(Rule.Trait, Rule.MG05)]
    [InlineData(15, 30)]
    [InlineData(9, 0)]
    public void A_session_ends_after_it_starts(int hour, int minute) =>
        Submitting(Request with { Session = Request.Session with { End = new TimeOnly(hour, minute) } }).ThenRefused("MG-05", "end-before-start", "/session/end");

    [Fact]
    [Trait(Rule.Trait, Rule.MG05)]
    public void The_discussion_with_the_Learning_Team_cannot_lie_in_the_future() =>
        Submitting(Request with { DiscussedWithLearningTeamOn = new DateOnly(2026, 9, 15) }).ThenRefused("MG-05", "in-future", "/discussedWithLearningTeamOn");

    [Fact]
    public void All_reasons_are_told_at_once()
    {
        var request = RequestFor(new DateOnly(2026, 9, 20)) with { Submitter = Specialist, PartnerSchools = [new("School 012", 1)] };

        var refused = Assert.IsType<DecisionResult.Refused>(Decide(request));

        Assert.Equal(["too-soon", "not-itl-of-record", "lead-is-partner"], refused.Reasons.Select(reason => reason.Code));
    }

    [Fact]
    [Trait(Rule.Trait, Rule.MG07)]
    public void A_topic_outside_the_plan_is_flagged_and_not_refused() =>
        Assert.Equal(FlagKind.NotInSchoolImprovementPlan, OnlyFlag(Request with { ReflectsSchoolImprovementPlan = false }).Kind);

    [Fact]
    [Trait(Rule.Trait, Rule.MG12)]
    public void Too_few_expected_people_are_flagged_with_all_schools_counted_together()
    {
        Assert.Contains("14 people", OnlyFlag(Request with { PartnerSchools = [new("School 044", 2)] }).Detail, StringComparison.Ordinal);
        Assert.Empty(Flags(Request with { PartnerSchools = [new("School 044", 3)] }));
    }

    [Theory]
    [InlineData(2026, 10, 17)]
    [InlineData(2026, 11, 26)]
    public void A_session_on_a_closed_day_is_flagged(int year, int month, int day) =>
        Assert.Equal(FlagKind.SessionOnClosedDay, OnlyFlag(RequestFor(new DateOnly(year, month, day))).Kind);

    [Fact]
    public void The_same_school_and_date_is_flagged_with_the_other_id()
    {
        var other = MiniGrantId.For("webhook:other");

        var flag = OnlyFlag(Request, Facts with { SameSchoolAndDate = [other] });

        Assert.Equal(FlagKind.SameSchoolAndDate, flag.Kind);
        Assert.Contains(other.Value, flag.Detail, StringComparison.Ordinal);
    }

    [Fact]
    [Trait(Rule.Trait, Rule.MG14)]
    public void A_partner_outside_the_program_is_flagged() =>
        Assert.Equal(FlagKind.PartnerOutsideProgram, OnlyFlag(Request, Facts with { PartnersOutsideProgram = ["School 044"] }).Kind);

    [Fact]
    [Trait(Rule.Trait, Rule.MG05)]
    public void The_specialist_sees_how_an_unclear_field_was_read()
    {
        var flag = OnlyFlag(Request, Facts with { ReadAs = ["“10/14” was read as October 14, 2026."] });

        Assert.Equal((FlagKind.ReadFromForm, "“10/14” was read as October 14, 2026."), (flag.Kind, flag.Detail));
    }

    [Theory]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    [InlineData("sv-SE")]
    public void Sentences_do_not_depend_on_the_machines_language(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal("A session needs 14 days from the request; the earliest date you can ask for today is Monday, September 28, 2026.",
                Submitting(RequestFor(new DateOnly(2026, 9, 20))).ThenRefused("MG-02", "too-soon", "/session/date").Detail);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static Scenario Submitting(MiniGrantRequest request) => Scenario.Given().When(Submit with { Request = request }, SubmittedAt);

    private static DecisionResult Decide(MiniGrantRequest request, SubmissionFacts? facts = null) =>
        MiniGrantWorkflow.Decide(MiniGrant.NotSubmitted.Instance, Submit with { Request = request, Facts = facts ?? Facts }, SubmittedAt, Rules);

    private static IReadOnlyList<Flag> Flags(MiniGrantRequest request, SubmissionFacts? facts = null) =>
        Assert.IsType<MiniGrantEvent.Submitted>(Assert.Single(Assert.IsType<DecisionResult.Accepted>(Decide(request, facts)).Events)).Submission.Flags;

    private static Flag OnlyFlag(MiniGrantRequest request, SubmissionFacts? facts = null) => Assert.Single(Flags(request, facts));
}
