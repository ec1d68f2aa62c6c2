using TechPlan.Domain.Directory;
using TechPlan.Domain.MiniGrants;
using static TechPlan.Domain.Tests.MiniGrants.Sample;

namespace TechPlan.Domain.Tests.MiniGrants;

/// <summary>What an unfinished request is told at once: whatever it will be refused for in the end.</summary>
public sealed class CertainRefusalTests
{
    /// <summary>Drafts with no more than one rule needs, and what it says about them.</summary>
    public static TheoryData<string, string, string, MiniGrantDraft> Alone => new()
    {
        { "MG-02", "too-soon", "/session/date", new() { SessionDate = new DateOnly(2026, 9, 27) } },
        { "MG-02", "too-soon", "/session/date", new() { SessionDate = new DateOnly(2026, 9, 27), SessionType = SessionType.SlcLevelOne } },
        { "MG-03", "lead-is-partner", "/partnerSchools/1/school", new() { LeadSchool = "School 012", PartnerSchools = [new("School 044", null), new(" school 012", null)] } },
        { "MG-03", "listed-twice", "/partnerSchools/2/school", new() { PartnerSchools = [new("School 044", null), new(null, 4), new("SCHOOL 044\u200B", null)] } },
        { "MG-04", "not-itl-of-record", "/submitter/email", new() { LeadSchool = "School 012", SubmitterEmail = "mia.stone@example.org" } },
        { "MG-05", "end-before-start", "/session/end", new() { SessionStart = new TimeOnly(15, 30), SessionEnd = new TimeOnly(15, 30) } },
        { "MG-05", "in-future", "/discussedWithLearningTeamOn", new() { DiscussedWithLearningTeamOn = new DateOnly(2026, 9, 15) } },
        { "MG-14", "not-in-program", "/leadSchool", new() { LeadSchool = "School 999" } },
    };

    /// <summary>Drafts that another answer can still make right.</summary>
    public static TheoryData<MiniGrantDraft> Open => new()
    {
        new MiniGrantDraft(),
        new MiniGrantDraft { LeadSchool = " \u200B", PartnerSchools = default },
        new MiniGrantDraft { LeadSchool = "School 012" },
        new MiniGrantDraft { SubmitterEmail = "mia.stone@example.org" },
        new MiniGrantDraft { LeadSchool = "School 012", SubmitterEmail = "mia.stone" },
        new MiniGrantDraft { SessionDate = new DateOnly(2026, 9, 28) },
        new MiniGrantDraft { SessionStart = new TimeOnly(23, 59) },
        new MiniGrantDraft { SessionEnd = TimeOnly.MinValue },
        new MiniGrantDraft { PartnerSchools = [new(null, null), new(null, null), new("", 2), new(" ", 3)] },
    };

    [Theory]
    [MemberData(nameof(Alone))]
    [Trait(Rule.Trait, Rule.MG02)]
    [Trait(Rule.Trait, Rule.MG03)]
    [Trait(Rule.Trait, Rule.MG04)]
    [Trait(Rule.Trait, Rule.MG05)]
    [Trait(Rule.Trait, Rule.MG14)]
    public void Each_rule_answers_as_soon_as_it_knows_what_it_needs(string rule, string code, string pointer, MiniGrantDraft draft)
    {
        var refusal = Assert.Single(Certain(draft));

        Assert.Equal((rule, code, pointer), (refusal.Rule, refusal.Code, refusal.Pointer));
    }

    [Theory]
    [MemberData(nameof(Open))]
    [Trait(Rule.Trait, Rule.MG05)]
    public void Nothing_is_refused_that_another_answer_can_still_make_right(MiniGrantDraft draft) => Assert.Empty(Certain(draft));

    [Fact]
    [Trait(Rule.Trait, Rule.MG02)]
    public void A_date_alone_is_told_the_earliest_one() =>
        Assert.Contains("Monday, September 28, 2026", Assert.Single(Certain(new() { SessionDate = new DateOnly(2026, 9, 20) })).Detail, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Alone))]
    [Trait(Rule.Trait, Rule.MG05)]
    public void Filling_in_the_rest_does_not_take_it_back(string rule, string code, string pointer, MiniGrantDraft draft)
    {
        var filledIn = Draft with
        {
            LeadSchool = draft.LeadSchool ?? Draft.LeadSchool,
            SubmitterEmail = draft.SubmitterEmail ?? Draft.SubmitterEmail,
            DiscussedWithLearningTeamOn = draft.DiscussedWithLearningTeamOn ?? Draft.DiscussedWithLearningTeamOn,
            SessionDate = draft.SessionDate ?? Draft.SessionDate,
            SessionStart = draft.SessionStart ?? Draft.SessionStart,
            SessionEnd = draft.SessionEnd ?? Draft.SessionEnd,
            SessionType = draft.SessionType ?? Draft.SessionType,
            PartnerSchools = [.. draft.PartnerSchools.Select(partner => partner with { School = partner.School ?? "School 070", ExpectedParticipants = 3 })],
        };

        var refused = Assert.Single(Refused(filledIn));

        Assert.Equal((rule, code, pointer), (refused.Rule, refused.Code, refused.Pointer));
        Assert.Equal(refused, Assert.Single(Certain(filledIn)));
    }

    private static IReadOnlyList<Refusal> Certain(MiniGrantDraft draft) =>
        MiniGrantWorkflow.CertainRefusals(draft, SchoolOf(draft.LeadSchool), SubmittedAt, Rules);

    private static IReadOnlyList<Refusal> Refused(MiniGrantDraft draft)
    {
        var request = Assert.IsType<CompletenessResult.Complete>(Completeness.Check(draft, Policy)).Request;
        var submit = Submit with { Request = request, Facts = Facts with { LeadSchool = SchoolOf(request.LeadSchool) } };
        return Assert.IsType<DecisionResult.Refused>(MiniGrantWorkflow.Decide(MiniGrant.NotSubmitted.Instance, submit, SubmittedAt, Rules)).Reasons;
    }

    private static School? SchoolOf(string? name) => name == Sample.School.Name ? Sample.School : null;
}
