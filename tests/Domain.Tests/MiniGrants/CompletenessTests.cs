using TechPlan.Domain.MiniGrants;

namespace TechPlan.Domain.Tests.MiniGrants;

public sealed class CompletenessTests
{
    /// <summary>Every field that must be filled in, by taking it away.</summary>
    public static TheoryData<string, string, Func<MiniGrantDraft, MiniGrantDraft>> RequiredFields => new()
    {
        { "/leadSchool", "MG-05", d => d with { LeadSchool = null } },
        { "/expectedParticipants", "MG-05", d => d with { ExpectedParticipants = null } },
        { "/submitter/name", "MG-05", d => d with { SubmitterName = null } },
        { "/submitter/email", "MG-05", d => d with { SubmitterEmail = null } },
        { "/discussedWithLearningTeamOn", "MG-05", d => d with { DiscussedWithLearningTeamOn = null } },
        { "/title", "MG-05", d => d with { Title = null } },
        { "/location/school", "MG-05", d => d with { LocationSchool = null } },
        { "/location/address", "MG-05", d => d with { LocationAddress = null } },
        { "/location/room", "MG-05", d => d with { LocationRoom = null } },
        { "/session/date", "MG-05", d => d with { SessionDate = null } },
        { "/session/start", "MG-05", d => d with { SessionStart = null } },
        { "/session/end", "MG-05", d => d with { SessionEnd = null } },
        { "/session/type", "MG-05", d => d with { SessionType = null } },
        { "/partnerSchools/0/school", "MG-05", d => d with { PartnerSchools = [new PartnerSchoolDraft(null, 3)] } },
        { "/partnerSchools/0/expectedParticipants", "MG-05", d => d with { PartnerSchools = [new PartnerSchoolDraft("School 044", null)] } },
        { "/instructor/name", "MG-05", d => d with { InstructorName = null, AssignInstructor = null } },
        { "/reflectsSchoolImprovementPlan", "MG-05", d => d with { ReflectsSchoolImprovementPlan = null } },
        { "/otherEvaluation/planned", "MG-05", d => d with { OtherEvaluationPlanned = null } },
        { "/otherEvaluation/explanation", "MG-05", d => d with { OtherEvaluationPlanned = true } },
        { "/followUp/plan", "MG-08", d => d with { FollowUpPlan = null } },
        { "/followUp/location", "MG-08", d => d with { FollowUpLocation = null } },
        { "/followUp/date", "MG-08", d => d with { FollowUpDate = null } },
    };

    /// <summary>What is wrong though something was typed.</summary>
    public static TheoryData<string, string, Func<MiniGrantDraft, MiniGrantDraft>> WrongFields => new()
    {
        { "/title", "too-long", d => d with { Title = new string('x', 201) } },
        { "/location/address", "too-long", d => d with { LocationAddress = new string('x', 301) } },
        { "/followUp/plan", "too-long", d => d with { FollowUpPlan = new string('x', 4001) } },
        { "/title", "control-characters", d => d with { Title = "One\nTwo" } },
        { "/title", "control-characters", d => d with { Title = "One\u2028Two" } },
        { "/submitter/name", "control-characters", d => d with { SubmitterName = "Ada\r\nBcc: all@example.org" } },
        { "/facilitator", "control-characters", d => d with { Facilitator = "Sam\0Reed" } },
        { "/submitter/email", "not-an-address", d => d with { SubmitterEmail = "Ada Field" } },
        { "/submitter/email", "not-an-address", d => d with { SubmitterEmail = "ada@example.org\r\nBcc: all@example.org" } },
        { "/expectedParticipants", "out-of-range", d => d with { ExpectedParticipants = 0 } },
        { "/expectedParticipants", "out-of-range", d => d with { ExpectedParticipants = 2001 } },
        { "/partnerSchools/0/expectedParticipants", "out-of-range", d => d with { PartnerSchools = [new PartnerSchoolDraft("School 044", -1)] } },
        { "/session/date", "out-of-range", d => d with { SessionDate = DateOnly.MinValue } },
        { "/followUp/date", "out-of-range", d => d with { FollowUpDate = DateOnly.MaxValue } },
        { "/followUp/date", "before-session", d => d with { FollowUpDate = new DateOnly(2026, 10, 13) } },
        { "/partnerSchools", "too-many", d => d with { PartnerSchools = [.. Enumerable.Repeat(new PartnerSchoolDraft(null, null), 10_000)] } },
    };

    [Theory]
    [MemberData(nameof(RequiredFields))]
    [Trait(Rule.Trait, Rule.MG05)]
    [Trait(Rule.Trait, Rule.MG08)]
    public void A_missing_field_is_asked_for_by_name(string pointer, string rule, Func<MiniGrantDraft, MiniGrantDraft> change)
    {
        var refusal = Assert.Single(Reasons(change(Sample.Draft)));

        Assert.Equal((rule, "required", pointer), (refusal.Rule, refusal.Code, refusal.Pointer));
        Assert.EndsWith(".", refusal.Detail.Replace('?', '.'), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(WrongFields))]
    [Trait(Rule.Trait, Rule.MG05)]
    public void A_wrong_field_is_refused_once(string pointer, string code, Func<MiniGrantDraft, MiniGrantDraft> change)
    {
        var refusal = Assert.Single(Reasons(change(Sample.Draft)));

        Assert.Equal((code, pointer), (refusal.Code, refusal.Pointer));
    }

    [Fact]
    [Trait(Rule.Trait, Rule.MG05)]
    public void An_empty_draft_is_told_everything_at_once()
    {
        var reasons = Reasons(new MiniGrantDraft());

        Assert.Equal(19, reasons.Count);
        Assert.Equal(reasons.Count, reasons.Select(reason => reason.Pointer).Distinct().Count());
        Assert.All(reasons, reason => Assert.Equal("required", reason.Code));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\t\n")]
    [InlineData("\u2002\u2002\u2002\u2002\u2002")]
    [InlineData("\u200B\uFEFF\u2060")]
    [InlineData("\u3164")]
    [InlineData("\u2800")]
    [InlineData("\u200F\u202E \u202C")]
    public void What_shows_nothing_counts_as_missing(string blank)
    {
        var refusal = Assert.Single(Reasons(Sample.Draft with { Title = blank }));

        Assert.Equal(("required", "/title"), (refusal.Code, refusal.Pointer));
    }

    [Theory]
    [InlineData("  Maps \u200B", "Maps")]
    [InlineData("Cafe\u0301", "Caf\u00E9")]
    [InlineData("<script>alert(1)</script>", "<script>alert(1)</script>")]
    [InlineData("\u202Eabc", "\u202Eabc")]
    [InlineData("\uD83D\uDC69\u200D\uD83C\uDFEB drawing", "\uD83D\uDC69\u200D\uD83C\uDFEB drawing")]
    public void Titles_are_trimmed_and_composed_and_otherwise_left_alone(string typed, string kept) =>
        Assert.Equal(kept, Request(Sample.Draft with { Title = typed }).Title);

    /// <summary>Not an inline case: attributes cannot hold half a surrogate pair.</summary>
    [Fact]
    public void Half_a_surrogate_pair_is_replaced() =>
        Assert.Equal("half \uFFFD pair", Request(Sample.Draft with { Title = "half \uD83D pair" }).Title);

    [Fact]
    public void Long_texts_keep_their_lines_and_lose_other_control_characters() =>
        Assert.Equal("One\nTwo\nthree four", Request(Sample.Draft with { FollowUpPlan = "One\r\nTwo\u2028three\tfour\u0007\n" }).FollowUp.Plan);

    [Fact]
    [Trait(Rule.Trait, Rule.MG06)]
    public void Who_leads_and_who_assists_are_kept_apart()
    {
        var request = Request(Sample.Draft);

        Assert.Equal(("Lin Ode", "Sam Reed"), (request.Instructor, request.Facilitator));
    }

    [Theory]
    [Trait(Rule.Trait, Rule.MG05)]
    [InlineData("Lin Ode", null)]
    [InlineData("Lin Ode", false)]
    [InlineData("Lin Ode", true)]
    [InlineData(null, true)]
    public void An_instructor_is_named_or_assigned_by_the_office(string? name, bool? assign)
    {
        var request = Request(Sample.Draft with { InstructorName = name, AssignInstructor = assign });

        Assert.Equal((name, assign ?? false), (request.Instructor, request.AssignInstructor));
    }

    [Fact]
    [Trait(Rule.Trait, Rule.MG09)]
    public void An_evaluation_of_the_schools_own_may_be_added()
    {
        var request = Request(Sample.Draft with { OtherEvaluationPlanned = true, OtherEvaluationExplanation = "Lesson visits" });

        Assert.Equal(new OtherEvaluation(true, "Lesson visits"), request.OtherEvaluation);
    }

    [Fact]
    [Trait(Rule.Trait, Rule.MG03)]
    public void Schools_may_plan_alone_and_leave_out_what_is_optional()
    {
        var request = Request(Sample.Draft with { PartnerSchools = default, Facilitator = " ", FollowUpStart = null });

        Assert.Empty(request.PartnerSchools);
        Assert.Null(request.Facilitator);
        Assert.Null(request.FollowUp.Start);
    }

    [Fact]
    [Trait(Rule.Trait, Rule.MG03)]
    public void Partner_schools_keep_their_order_and_their_participants()
    {
        var request = Request(Sample.Draft with { PartnerSchools = [new(" School 044 ", 6), new("School 007", 9)] });

        Assert.Equal([new("School 044", 6), new("School 007", 9)], request.PartnerSchools.AsEnumerable());
        Assert.Equal(27, request.TotalExpectedParticipants);
    }

    [Fact]
    public void Limits_are_inclusive() =>
        Assert.Equal(2000, Request(Sample.Draft with
        {
            Title = new string('x', 200),
            LocationAddress = new string('x', 300),
            FollowUpPlan = new string('x', 4000),
            FollowUpDate = Sample.Draft.SessionDate,
            ExpectedParticipants = 2000,
        }).ExpectedParticipants);

    private static IReadOnlyList<Refusal> Reasons(MiniGrantDraft draft) =>
        Assert.IsType<CompletenessResult.Incomplete>(Completeness.Check(draft, Sample.Policy)).Reasons;

    private static MiniGrantRequest Request(MiniGrantDraft draft) =>
        Assert.IsType<CompletenessResult.Complete>(Completeness.Check(draft, Sample.Policy)).Request;
}
