using System.Text;
using System.Text.Json.Nodes;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Intake;
using TechPlan.Functions.Tests.Support;

namespace TechPlan.Functions.Tests.Intake;

public sealed class RequestReaderTests
{
    [Fact]
    public void A_complete_form_is_read_field_by_field()
    {
        var reading = Read(WebhookForms.Body(form => form["partnerSchools"] = new JsonArray(new JsonObject { ["school"] = "School 044", ["expectedParticipants"] = 6 })));

        Assert.Empty(reading.Problems);
        Assert.Equal("School 012", reading.Draft.LeadSchool);
        Assert.Equal(20, reading.Draft.ExpectedParticipants);
        Assert.Equal("dana.field@example.org", reading.Draft.SubmitterEmail);
        Assert.Equal(new DateOnly(2099, 11, 4), reading.Draft.SessionDate);
        Assert.Equal(new TimeOnly(17, 30), reading.Draft.SessionEnd);
        Assert.Equal(SessionType.Standard, reading.Draft.SessionType);
        Assert.Equal(new PartnerSchoolDraft("School 044", 6), Assert.Single(reading.Draft.PartnerSchools));
        Assert.False(reading.Draft.OtherEvaluationPlanned);
        Assert.Null(reading.Draft.OtherEvaluationExplanation);
        Assert.Equal(new TimeOnly(15, 30), reading.Draft.FollowUpStart);
    }

    [Theory]
    [InlineData("expectedParticipants", "\"20\"", "wrong-type")]
    [InlineData("expectedParticipants", "20.5", "wrong-type")]
    [InlineData("expectedParticipants", "99999999999", "wrong-type")]
    [InlineData("leadSchool", "12", "wrong-type")]
    [InlineData("assignInstructor", "\"yes\"", "wrong-type")]
    [InlineData("assignInstructor", "1", "wrong-type")]
    [InlineData("submitter", "\"Dana\"", "wrong-type")]
    [InlineData("partnerSchools", "{}", "wrong-type")]
    [InlineData("discussedWithLearningTeamOn", "\"2099-02-30\"", "invalid-date")]
    [InlineData("discussedWithLearningTeamOn", "\"2/3/2099\"", "invalid-date")]
    [InlineData("title", "\"\\ud800\"", "invalid-text")]
    public void A_value_that_cannot_be_read_is_named(string field, string json, string code)
    {
        var problem = Assert.Single(Read(WebhookForms.Body(form => form[field] = "@@"), $"\"{field}\":\"@@\"", $"\"{field}\":{json}").Problems);

        Assert.Equal("/" + field, problem.Pointer);
        Assert.Equal(code, problem.Code);
    }

    [Theory]
    [InlineData("24:00")]
    [InlineData("3:30 PM")]
    [InlineData("15:60")]
    [InlineData("")]
    public void A_time_that_does_not_exist_is_named(string time)
    {
        var problem = Assert.Single(Read(WebhookForms.Body(form => form["session"]!["start"] = time)).Problems);

        Assert.Equal(("/session/start", "invalid-time"), (problem.Pointer, problem.Code));
    }

    [Fact]
    public void An_unknown_session_type_is_named()
    {
        var problem = Assert.Single(Read(WebhookForms.Body(form => form["session"]!["type"] = "slc")).Problems);

        Assert.Equal(("/session/type", "unknown-value"), (problem.Pointer, problem.Code));
    }

    [Fact]
    public void Unknown_fields_are_named_at_every_level()
    {
        var reading = Read(WebhookForms.Body(form =>
        {
            form["budget"] = 100;
            form["session"]!["ro/om~"] = "1";
            form["partnerSchools"] = new JsonArray(new JsonObject { ["school"] = "School 044", ["expectedParticipants"] = 6, ["cost"] = 1 });
        }));

        Assert.Equal(["/partnerSchools/0/cost", "/session/ro~1om~0", "/budget"], reading.Problems.Select(problem => problem.Pointer));
        Assert.All(reading.Problems, problem => Assert.Equal("unknown-field", problem.Code));
        Assert.Contains("“budget”", reading.Problems[^1].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_that_is_there_twice_is_named()
    {
        var problem = Assert.Single(Read(WebhookForms.Body(), "\"leadSchool\":", "\"leadSchool\":\"School 044\",\"leadSchool\":").Problems);

        Assert.Equal(("/leadSchool", "duplicate-field"), (problem.Pointer, problem.Code));
    }

    [Fact]
    public void All_problems_come_at_once()
    {
        var reading = Read(WebhookForms.Body(form =>
        {
            form["expectedParticipants"] = "20";
            form["session"]!["date"] = "2099-13-01";
            form["followUp"] = new JsonArray();
            form["extra"] = true;
        }));

        Assert.Equal(4, reading.Problems.Length);
    }

    [Theory]
    [InlineData("{\"leadSchool\": \"School 0", "line 1")]
    [InlineData("{\n  \"leadSchool\": ,", "line 2")]
    [InlineData("", "line 1")]
    [InlineData("[[[[[[[[1]]]]]]]]", "line 1")]
    public void Broken_JSON_is_one_problem_that_says_where(string body, string where)
    {
        var reading = RequestReader.Read(Encoding.UTF8.GetBytes(body), 30);

        var problem = Assert.Single(reading.Problems);
        Assert.Equal(("", "not-json"), (problem.Pointer, problem.Code));
        Assert.Contains(where, problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_body_that_is_no_object_is_named()
    {
        Assert.Equal("wrong-type", Assert.Single(RequestReader.Read("[]"u8.ToArray(), 30).Problems).Code);
    }

    [Fact]
    public void A_list_of_thousands_of_partner_schools_is_only_counted()
    {
        var reading = Read(WebhookForms.Body(form => form["partnerSchools"] = new JsonArray([.. Enumerable.Range(0, 10_000).Select(_ => (JsonNode)1)])));

        Assert.Empty(reading.Problems);
        Assert.Equal(10_000, reading.Draft.PartnerSchools.Length);
    }

    [Fact]
    public void Thousands_of_problems_are_cut_off()
    {
        var reading = Read(WebhookForms.Body(form =>
        {
            for (var i = 0; i < 5_000; i++)
            {
                form[$"unknown{i}"] = i;
            }
        }));

        Assert.Equal(100, reading.Problems.Length);
    }

    private static DraftReading Read(byte[] body) => RequestReader.Read(body, maxPartners: 30);

    private static DraftReading Read(byte[] body, string replace, string with) =>
        Read(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body).Replace(replace, with, StringComparison.Ordinal)));
}
