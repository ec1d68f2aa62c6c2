using System.Text;
using System.Text.Json.Nodes;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Intake;
using TechPlan.Functions.Tests.Support;

namespace TechPlan.Functions.Tests.OpenApi;

/// <summary>Who checks a form by the served schema before sending it is told what the app would tell.</summary>
public sealed class SchemaTests
{
    /// <summary>One broken field each, and the pointer that both must name.</summary>
    private static readonly (string Pointer, string Json)[] Broken =
    [
        ("/leadSchool", "12"),
        ("/leadSchool", "\"\""),
        ("/leadSchool", $"\"{new string('x', 201)}\""),
        ("/expectedParticipants", "\"20\""),
        ("/expectedParticipants", "20.5"),
        ("/expectedParticipants", "0"),
        ("/expectedParticipants", "2001"),
        ("/submitter/name", "\"  \""),
        ("/submitter/email", "\"Dana Field\""),
        ("/submitter/phone", "\"555\""),
        ("/discussedWithLearningTeamOn", "\"2099-02-30\""),
        ("/discussedWithLearningTeamOn", "\"1999-09-01\""),
        ("/title", "\" \""),
        ("/location", "\"School 012\""),
        ("/location/address", $"\"{new string('x', 301)}\""),
        ("/location/room", "null"),
        ("/session/date", "\"11/4/2099\""),
        ("/session/start", "\"24:00\""),
        ("/session/end", "\"5:30 PM\""),
        ("/session/type", "\"slc\""),
        ("/partnerSchools", "{}"),
        ("/partnerSchools", $"[{string.Join(',', Enumerable.Repeat("{\"school\":\"School 044\",\"expectedParticipants\":1}", 31))}]"),
        ("/instructor", "\"Robin Hale\""),
        ("/instructor/email", "\"robin.hale@example.org\""),
        ("/assignInstructor", "\"no\""),
        ("/facilitator", $"\"{new string('x', 201)}\""),
        ("/reflectsSchoolImprovementPlan", "\"yes\""),
        ("/otherEvaluation/planned", "1"),
        ("/otherEvaluation/explanation", $"\"{new string('x', 4001)}\""),
        ("/followUp/plan", "\"\""),
        ("/followUp/location", "null"),
        ("/followUp/date", "\"2099-13-01\""),
        ("/followUp/start", "\"3 pm\""),
        ("/budget", "100"),
    ];

    [Fact]
    public async Task MG_05_The_schema_says_of_the_samples_what_the_app_says()
    {
        var errors = await SchemaValidator.ErrorsAsync([Sample("complete"), Sample("with-partners"), Sample("too-late"), Sample("incomplete")]);

        Assert.All(errors[..3], Assert.Empty);
        Assert.Equal(["/expectedParticipants", "/favoriteColor", "/followUp", "/session/end", "/title"], errors[3]);
        Assert.Equal(
            ["/expectedParticipants", "/favoriteColor", "/followUp/date", "/followUp/location", "/followUp/plan", "/session/end", "/title"], Refused(Sample("incomplete")));
    }

    [Fact]
    public async Task MG_05_A_broken_field_has_one_pointer_in_the_schema_and_in_the_app()
    {
        var forms = Broken.Select(change => Changed(change.Pointer, change.Json)).ToList();

        var bySchema = await SchemaValidator.ErrorsAsync(forms);

        Assert.All(Broken.Zip(bySchema, forms.Select(Refused)), one =>
        {
            Assert.Equal([one.First.Pointer], one.Second);
            Assert.Equal([one.First.Pointer], one.Third);
        });
    }

    /// <summary>What the app refuses without a look at the district's lists.</summary>
    private static IEnumerable<string> Refused(JsonNode form)
    {
        var policy = new MiniGrantPolicy();
        var reading = RequestReader.Read(Encoding.UTF8.GetBytes(form.ToJsonString()), policy.MaxPartnerSchools);
        var incomplete = Completeness.Check(reading.Draft, policy) is CompletenessResult.Incomplete { Reasons: var reasons } ? reasons : [];
        return reading.With(incomplete).Select(reason => reason.Pointer).Order(StringComparer.Ordinal);
    }

    private static JsonNode Sample(string name) => JsonNode.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", name + ".json")))!;

    private static JsonNode Changed(string pointer, string json)
    {
        var form = JsonNode.Parse(WebhookForms.Body())!;
        var names = pointer[1..].Split('/');
        names[..^1].Aggregate(form, (part, name) => part[name]!)[names[^1]] = JsonNode.Parse(json);
        return form;
    }
}
