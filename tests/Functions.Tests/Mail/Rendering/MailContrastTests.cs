using System.Globalization;
using System.Text.RegularExpressions;
using TechPlan.Functions.Mail.Rendering;

namespace TechPlan.Functions.Tests.Mail.Rendering;

public sealed partial class MailContrastTests
{
    public static TheoryData<string, string> Light => new()
    {
        { MailStyles.Body, MailStyles.Card },
        { MailStyles.First, MailStyles.Card },
        { MailStyles.About, MailStyles.Card },
        { MailStyles.Heading, MailStyles.Card },
        { MailStyles.Name, MailStyles.Card },
        { MailStyles.Link, MailStyles.Card },
        { MailStyles.Button, MailStyles.ButtonCell },
        { MailStyles.Attention, MailStyles.Attention },
        { MailStyles.AttentionHeading, MailStyles.Attention },
        { MailStyles.FooterCell, MailStyles.Body },
    };

    public static TheoryData<string, string> Dark => new()
    {
        { "page", "card" },
        { "strong", "card" },
        { "quiet", "card" },
        { "quiet", "page" },
        { "link", "card" },
        { "attention, .attention h2", "attention, .attention h2" },
    };

    [Theory]
    [MemberData(nameof(Light))]
    public void Text_stands_out_by_day(string text, string ground) => AssertContrast(Front().Match(text), Ground().Match(ground));

    [Theory]
    [MemberData(nameof(Dark))]
    public void Text_stands_out_in_the_dark(string text, string ground) => AssertContrast(Front().Match(Rule(text)), Ground().Match(Rule(ground)));

    [Fact]
    public void The_button_stands_out_in_the_dark() => AssertContrast(Front().Match(MailStyles.Button), Ground().Match(Rule("button")));

    private static string Rule(string name) => Regex.Match(MailStyles.Sheet, $@"\.{Regex.Escape(name)} \{{[^}}]*\}}").Value;

    private static void AssertContrast(Match text, Match ground)
    {
        var (one, other) = (Luminance(text.Groups[1].Value), Luminance(ground.Groups[1].Value));
        Assert.InRange((Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05), 4.5, 21);
    }

    private static double Luminance(string color) =>
        (0.2126 * Channel(color[..2])) + (0.7152 * Channel(color[2..4])) + (0.0722 * Channel(color[4..]));

    private static double Channel(string hex)
    {
        var value = int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    [GeneratedRegex("(?<![-a-z])color: ?#([0-9a-f]{6})")]
    private static partial Regex Front();

    [GeneratedRegex("background-color: ?#([0-9a-f]{6})")]
    private static partial Regex Ground();
}
