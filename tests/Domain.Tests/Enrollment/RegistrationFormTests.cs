using TechPlan.Domain.Enrollment;
using static TechPlan.Domain.Tests.MiniGrants.Sample;

namespace TechPlan.Domain.Tests.Enrollment;

[Trait(Rule.Trait, Rule.MG11)]
public sealed class RegistrationFormTests
{
    [Fact]
    public void A_complete_form_is_a_registration()
    {
        var result = RegistrationForm.Check(" Kim Roe ", "kim.roe@example.org", "School 044", EarlyAt);

        Assert.Equal(
            new Registration(new Person("Kim Roe", EmailAddress.Parse("kim.roe@example.org")), "School 044", EarlyAt),
            Assert.IsType<RegistrationFormResult.Complete>(result).Registration);
    }

    [Fact]
    public void Every_field_is_asked_for() =>
        Assert.Equal(["/name required", "/email required", "/school required"], Reasons(null, " ", ""));

    [Fact]
    public void What_is_wrong_is_named() =>
        Assert.Equal(["/name control-characters", "/email not-an-address", "/school too-long"], Reasons("Kim\nRoe", "kim", new string('x', 201)));

    private static IEnumerable<string> Reasons(string? name, string? email, string? school) =>
        Assert.IsType<RegistrationFormResult.Incomplete>(RegistrationForm.Check(name, email, school, EarlyAt)).Reasons
            .Select(reason => $"{reason.Pointer} {reason.Code}");
}
