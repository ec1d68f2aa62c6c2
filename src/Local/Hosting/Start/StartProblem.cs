using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace TechPlan.Local.Hosting;

internal static class StartProblem
{
    /// <summary>A sentence for what a person can put right; null for faults of the program, which show as they are.</summary>
    public static string? Describe(Exception problem) => problem switch
    {
        LocalSetupException or OptionsValidationException => problem.Message,
        IOException { InnerException: AddressInUseException } => problem.Message + " Local:Port chooses another one.",
        _ => null,
    };
}
