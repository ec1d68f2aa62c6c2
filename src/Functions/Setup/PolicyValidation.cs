using Microsoft.Extensions.Options;
using TechPlan.Domain.MiniGrants;

namespace TechPlan.Functions.Setup;

/// <summary>Keeps the district's numbers within what the rules can work with.</summary>
internal sealed class PolicyValidation : IValidateOptions<MiniGrantPolicy>
{
    internal const string Section = "TechPlan:Policy";

    public ValidateOptionsResult Validate(string? name, MiniGrantPolicy options)
    {
        string[] problems = [.. MiniGrantPolicyCheck.Mistakes(options).Select(mistake => $"{Section}:{mistake}")];
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
