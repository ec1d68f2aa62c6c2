namespace TechPlan.Domain.Tests;

/// <summary>Says which rule of the rulebook a test proves: <c>[Trait(Rule.Trait, Rule.MG12)]</c>. <see cref="RuleCoverageTests"/> looks for them.</summary>
internal static class Rule
{
    internal const string Trait = "Rule";

    internal const string MG01 = "MG-01";
    internal const string MG02 = "MG-02";
    internal const string MG03 = "MG-03";
    internal const string MG04 = "MG-04";
    internal const string MG05 = "MG-05";
    internal const string MG06 = "MG-06";
    internal const string MG07 = "MG-07";
    internal const string MG08 = "MG-08";
    internal const string MG09 = "MG-09";
    internal const string MG10 = "MG-10";
    internal const string MG11 = "MG-11";
    internal const string MG12 = "MG-12";
    internal const string MG13 = "MG-13";
    internal const string MG14 = "MG-14";
}
