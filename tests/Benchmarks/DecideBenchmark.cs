using System.Collections.Immutable;
using System.Text.Json;
using TechPlan.Domain;
using TechPlan.Domain.Calendars;
using TechPlan.Domain.Directory;
using TechPlan.Domain.MiniGrants;

namespace TechPlan.Benchmarks;

/// <summary>One Decide and one Evolve against serializing the state they make.</summary>
internal static class DecideBenchmark
{
    private const int PerRun = 20_000;

    private static readonly DateTimeOffset Now = new(2026, 9, 14, 15, 0, 0, TimeSpan.Zero);

    private static readonly DistrictRules Rules = new(
        new MiniGrantPolicy(),
        new SchoolCalendar(TimeZoneInfo.FindSystemTimeZoneById("America/Chicago"), [new DateOnly(2026, 11, 26)]));

    public static async Task RunAsync()
    {
        var underReview = MiniGrantWorkflow.Evolve(MiniGrant.NotSubmitted.Instance, Decided(MiniGrant.NotSubmitted.Instance, Submit()));
        var approve = new MiniGrantCommand.Approve(new Person("Sam Specialist", EmailAddress.Parse("sam@example.org")));
        MiniGrant approved = underReview;

        await Measured.MedianAsync(3, () => Repeat(() => approved = MiniGrantWorkflow.Evolve(underReview, Decided(underReview, approve))));
        var deciding = await Measured.MedianAsync(9, () => Repeat(() => approved = MiniGrantWorkflow.Evolve(underReview, Decided(underReview, approve))));
        var state = (MiniGrant.Approved)approved;
        await Measured.MedianAsync(3, () => Repeat(() => JsonSerializer.SerializeToUtf8Bytes(state)));
        var serializing = await Measured.MedianAsync(9, () => Repeat(() => JsonSerializer.SerializeToUtf8Bytes(state)));

        Measured.PrintRatio("Decide and Evolve", deciding / PerRun, "serializing the state", serializing / PerRun, 1);
    }

    private static Task Repeat(Action action)
    {
        for (var i = 0; i < PerRun; i++)
        {
            action();
        }

        return Task.CompletedTask;
    }

    private static MiniGrantEvent Decided(MiniGrant state, MiniGrantCommand command) =>
        ((DecisionResult.Accepted)MiniGrantWorkflow.Decide(state, command, Now, Rules)).Events[0];

    private static MiniGrantCommand.Submit Submit()
    {
        var itl = new Person("Ira Itl", EmailAddress.Parse("ira@example.org"));
        var request = new MiniGrantRequest(
            "School 012", 20, itl, new DateOnly(2026, 9, 1), "Interactive whiteboards in grade 4 mathematics",
            new SessionLocation("School 012", "1 Sample Street", "204"),
            new SessionPlan(new DateOnly(2026, 10, 14), new TimeOnly(15, 30), new TimeOnly(17, 30), SessionType.Standard),
            [new PartnerSchool("School 044", 6)], "Ida Instructor", false, "Fran Facilitator", true,
            new OtherEvaluation(false, null), new FollowUpPlan("Each shows one lesson to a colleague.", "Library", new DateOnly(2026, 11, 4), new TimeOnly(15, 30)));
        var school = new School("School 012", "Cluster 1", itl, itl, true, "public");
        return new MiniGrantCommand.Submit(MiniGrantId.For("benchmark"), request, new SubmissionFacts(school, ImmutableArray<string>.Empty, []));
    }
}
