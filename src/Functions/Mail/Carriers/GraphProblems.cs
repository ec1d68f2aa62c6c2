using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;

namespace TechPlan.Functions.Mail.Carriers;

/// <summary>What Graph's refusals say.</summary>
internal static class GraphProblems
{
    public static string? Header(this ApiException problem, string name) =>
        problem.ResponseHeaders?.FirstOrDefault(header => string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase)).Value?.FirstOrDefault();

    /// <summary>Whether what was asked for is not there, or no longer.</summary>
    public static bool IsGone(this ApiException problem) => problem.ResponseStatusCode is 404 or 410;

    /// <summary>Graph's own code of the problem, such as <c>syncStateNotFound</c>.</summary>
    public static string Code(this ApiException problem) => (problem as ODataError)?.Error?.Code ?? "";
}
