using System.Reflection;
using Azure.Data.Tables;
using TechPlan.Domain;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Storage;
using TechPlan.Functions.Tests.Web;

namespace TechPlan.Functions.Tests.Storage;

public sealed class StoredJsonTests
{
    private static readonly Person Pat = new("Pat Lee", EmailAddress.Parse("pat.lee@example.org"));
    private static readonly DateTimeOffset At = new(2099, 9, 8, 15, 0, 0, TimeSpan.Zero);

    private static readonly MiniGrant[] States =
    [
        new MiniGrant.UnderReview(SampleGrants.Flagged, 2, true),
        new MiniGrant.Approved(SampleGrants.Submission, new Decision(Pat, At), new Hold(Pat, At, "why"), new CountWatch(true, At, At, At, true)),
        new MiniGrant.Approved(SampleGrants.Submission, new Decision(Pat, At), null, CountWatch.Fresh),
        new MiniGrant.Confirmed(SampleGrants.Submission, new Decision(Pat, At), null, new FinalCount(null, At, Pat)),
        new MiniGrant.Rejected(SampleGrants.Submission, At, Pat, "‮ <b>\"no\"</b> 😀"),
        new MiniGrant.Withdrawn(SampleGrants.Submission, At, Pat, "ill", true),
        new MiniGrant.Expired(SampleGrants.Submission, At),
        new MiniGrant.Cancelled(SampleGrants.Submission, At, new FinalCount(3, At, null)),
    ];

    private static readonly MiniGrantEvent[] Events =
    [
        new MiniGrantEvent.Submitted(At, SampleGrants.Flagged),
        new MiniGrantEvent.ReviewReminded(At, 3),
        new MiniGrantEvent.OfficeAlerted(At),
        new MiniGrantEvent.Approved(At, Pat),
        new MiniGrantEvent.Rejected(At, Pat, "no"),
        new MiniGrantEvent.Withdrawn(At, Pat, "ill"),
        new MiniGrantEvent.Expired(At),
        new MiniGrantEvent.EarlyCountTaken(At, 3, true),
        new MiniGrantEvent.EarlyCountMissed(At),
        new MiniGrantEvent.HeldAnyway(At, Pat, "why"),
        new MiniGrantEvent.CountFailed(At),
        new MiniGrantEvent.CountRequested(At),
        new MiniGrantEvent.CountOverdue(At),
        new MiniGrantEvent.Confirmed(At, null, Pat),
        new MiniGrantEvent.Cancelled(At, 3, null),
    ];

    [Fact]
    public void A_state_comes_back_as_it_was()
    {
        Assert.All(States, state =>
        {
            var json = StoredJson.Write(state);

            Assert.Equal(json, StoredJson.Write(StoredJson.Read<MiniGrant>(json)));
            Assert.IsType(state.GetType(), StoredJson.Read<MiniGrant>(json));
        });
    }

    [Fact]
    public void An_event_comes_back_as_it_was()
    {
        Assert.All(Events, happened =>
        {
            var json = StoredJson.Write(happened);

            Assert.Equal(json, StoredJson.Write(StoredJson.Read<MiniGrantEvent>(json)));
            Assert.Contains($"\"is\":\"{StoredJson.NameOf(happened)}\"", json, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Every_state_and_event_of_the_domain_is_among_them()
    {
        Assert.Equal(Cases<MiniGrant>().Where(type => type != typeof(MiniGrant.NotSubmitted)), States.Select(state => state.GetType()).Distinct().OrderBy(type => type.Name));
        Assert.Equal(Cases<MiniGrantEvent>(), Events.Select(happened => happened.GetType()).Distinct().OrderBy(type => type.Name));
    }

    [Fact]
    public void Facts_written_before_readings_were_kept_have_none()
    {
        var facts = StoredJson.Read<SubmissionFacts>("""{"partnersOutsideProgram":[],"sameSchoolAndDate":[]}""");

        Assert.Empty(facts.ReadAs);
        Assert.Equal("as read", Assert.Single(StoredJson.Read<SubmissionFacts>(StoredJson.Write(facts with { ReadAs = ["as read"] })).ReadAs));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(30_000)]
    [InlineData(30_001)]
    [InlineData(200_000)]
    public void A_long_text_or_body_is_put_together_again(int length)
    {
        var row = new TableEntity("p", "r");
        var text = string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + (i % 26))));
        var bytes = System.Text.Encoding.ASCII.GetBytes(text);

        row.SetText("Json", text);
        row.SetBytes("Body", bytes);

        Assert.Equal(text, row.GetText("Json"));
        Assert.Equal(bytes, row.GetBytes("Body"));
        Assert.All(row.Keys, key => Assert.True(row[key] is not string part || part.Length < 32_000));
    }

    private static IEnumerable<Type> Cases<T>() => typeof(T).GetNestedTypes(BindingFlags.Public)
        .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(T))).OrderBy(type => type.Name);
}
