using System.Text.RegularExpressions;

namespace TechPlan.Functions.Forms.Pdf;

/// <summary>What the names of fields are worth.</summary>
internal static partial class PdfNames
{
    /// <summary>The name, unless a program made it up by counting: <c>Text12</c>, <c>undefined_2</c>, <c>Check Box 3</c>.</summary>
    internal static string? Telling(string name) => name.Trim().Length == 0 || Counted().IsMatch(LastPart(name)) ? null : name;

    /// <summary><c>sessionDate</c> and <c>session_date</c> as <c>session date</c>; empty for a name that says nothing.</summary>
    internal static string AsWords(string name) =>
        Telling(name) is null ? "" : Separator().Replace(Hump().Replace(name, "${end} ${start}"), " ").Trim();

    private static string LastPart(string name) => name[(name.LastIndexOf('.') + 1)..];

    [GeneratedRegex(
        @"^(?:[A-Z]|(?:text|textfeld|form|fill|undefined|untitled|check|radio|group|button|list|combo|dropdown|push|control|field|feld|box|checkbox)[ _\-]*(?:box|field|feld|button|group)?)?[ _\-]*[0-9]*(?:\[[0-9]+\])?$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Counted();

    [GeneratedRegex("(?<end>[a-z0-9])(?<start>[A-Z])|(?<end>[A-Za-z])(?<start>[0-9])", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Hump();

    [GeneratedRegex(@"[._\-\[\]\s]+", RegexOptions.NonBacktracking)]
    private static partial Regex Separator();
}
