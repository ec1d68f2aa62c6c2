using System.Globalization;
using TechPlan.Functions.Forms;
using TechPlan.Functions.Web.Forms;

namespace TechPlan.Functions.Requests;

/// <summary>
/// The names under which the page posts. A field of the form has its pointer without the first slash, so that whatever the rules
/// say about a pointer finds its field; everything else has a name that is no pointer's.
/// </summary>
internal static class RequestFields
{
    /// <summary>Which button was pressed.</summary>
    internal const string Button = "do";

    /// <summary>What makes two posts of the same page one request.</summary>
    internal const string Key = "key";

    /// <summary>The tick of whoever comes with a mailed link.</summary>
    internal const string Confirmed = "confirmed";

    /// <summary>More lines of other schools than any district allows; who types more is told so.</summary>
    internal const int MostLines = 200;

    /// <summary>Two texts of 10,000 emoji, each twelve bytes as a browser sends it, and everything else.</summary>
    private const int MaxBytes = 512 * 1024;

    private static readonly string[] Typed =
    [
        .. FormPointers.Single.Select(NameOf),
        .. Enumerable.Range(0, MostLines).SelectMany(line => new[] { NameOf(FormPointers.PartnerSchool(line)), NameOf(FormPointers.PartnerParticipants(line)) }),
    ];

    internal static readonly FormShape Shape = new([Button, Key, Confirmed, .. Typed, .. Typed.Select(AskedOf), .. Typed.Select(PickedOf)], MaxBytes);

    internal static string NameOf(string pointer) => pointer[1..];

    internal static string PointerOf(string name) => "/" + name;

    /// <summary>Holds what a field said when the page asked about it: left so, it is meant so.</summary>
    internal static string AskedOf(string name) => "asked/" + name;

    /// <summary>The school chosen instead of a name that several could have.</summary>
    internal static string PickedOf(string name) => "picked/" + name;

    internal static string RemovalOf(int line) => string.Create(CultureInfo.InvariantCulture, $"{Buttons.Remove}{line}");
}

/// <summary>What the page's buttons say.</summary>
internal static class Buttons
{
    internal const string Send = "send";
    internal const string Keep = "keep";
    internal const string Add = "add-school";

    /// <summary>The line's number follows.</summary>
    internal const string Remove = "remove-school-";

    /// <summary>The line to be removed; null when another button was pressed.</summary>
    internal static int? LineToRemove(string button) =>
        button.StartsWith(Remove, StringComparison.Ordinal) && int.TryParse(button.AsSpan(Remove.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var line)
            ? line
            : null;
}
