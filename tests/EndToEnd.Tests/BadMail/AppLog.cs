using TechPlan.EndToEnd.Tests.Support;

namespace TechPlan.EndToEnd.Tests.BadMail;

/// <summary>What an app has logged.</summary>
internal static class AppLog
{
    /// <summary>What a log of quiet work has no line of; addresses are anybody's.</summary>
    private static readonly string[] Unwanted = [" warn: ", " fail: ", " crit: ", "   at ", "Unhandled", "@example.org"];

    /// <summary>Nothing went wrong, and nobody is named.</summary>
    public static void IsClean(RunningApp app) =>
        Assert.DoesNotContain(app.Output.Split('\n'), line => Array.Exists(Unwanted, word => line.Contains(word, StringComparison.Ordinal)));
}
