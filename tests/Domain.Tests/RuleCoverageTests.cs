using System.Reflection;

namespace TechPlan.Domain.Tests;

/// <summary>
/// Every mini-grant rule is proved by tests of this project. What of them is not the domain's to do: mail (MG-02) is proved in
/// Functions.Tests, where requests come in, and the paperwork's own deadlines (MG-13) come with the paperwork; here MG-13 is that
/// the lead ITL is the one who withdraws and is told.
/// </summary>
public sealed class RuleCoverageTests
{
    [Fact]
    public void Every_rule_is_carried_by_a_test()
    {
        var rules = typeof(Rule).GetFields(BindingFlags.Static | BindingFlags.NonPublic).Where(field => field.Name != nameof(Rule.Trait)).Select(field => (string)field.GetRawConstantValue()!);

        Assert.Equal(14, rules.Count());
        Assert.Empty(rules.Except(typeof(RuleCoverageTests).Assembly.GetTypes().SelectMany(CarriedBy)));
    }

    /// <summary>The rules on a class count only for what it tests.</summary>
    private static IEnumerable<string> CarriedBy(Type type)
    {
        var tests = type.GetMethods().Where(method => method.IsDefined(typeof(FactAttribute)));
        return tests.Append<MemberInfo>(type).Where(_ => tests.Any()).SelectMany(Rules);
    }

    private static IEnumerable<string> Rules(MemberInfo member) =>
        from trait in member.GetCustomAttributesData()
        where trait.AttributeType == typeof(TraitAttribute) && (string?)trait.ConstructorArguments[0].Value == Rule.Trait
        select (string)trait.ConstructorArguments[1].Value!;
}
