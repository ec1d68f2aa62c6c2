namespace TechPlan.Local.Tests.ApiSurface;

/// <summary>
/// The app is written against the real packages; what stands in for them here may offer less, but nothing else. A member that one of
/// these tests names either has another shape in the real package or does not exist there.
/// </summary>
public sealed class ApiSurfaceTests
{
    private static readonly IReadOnlySet<string> Listed = ListedApi.Read();

    public static TheoryData<string> Families =>
        ["Azure.Data.Tables", "Microsoft.Azure.Functions", "Microsoft.DurableTask", "SendGrid", "Microsoft.Extensions"];

    [Theory]
    [MemberData(nameof(Families))]
    public void Every_public_member_exists_in_the_real_package(string family)
    {
        var foreign = typeof(LocalClock).Assembly.GetExportedTypes()
            .Where(x => x.Namespace is { } space && (space + ".").StartsWith(family + ".", StringComparison.Ordinal))
            .SelectMany(ReflectedApi.Of)
            .Where(x => !Listed.Contains(x))
            .Select(x => Environment.NewLine + "  " + x + Nearest(x))
            .Order(StringComparer.Ordinal)
            .ToList();
        Assert.True(foreign.Count == 0, $"The real {family} packages have no:{string.Concat(foreign)}");
    }

    [Fact]
    public void The_lists_are_there() => Assert.InRange(Listed.Count, 1500, int.MaxValue);

    [Fact]
    public void A_shape_of_our_own_would_be_noticed()
    {
        Assert.Equal(
            ["type sealed class TechPlan.Local.LocalClock", "ctor TechPlan.Local.LocalClock()",
                "method override DateTimeOffset TechPlan.Local.LocalClock.GetUtcNow()"],
            ReflectedApi.Of(typeof(LocalClock)).Take(3));
        Assert.DoesNotContain(ReflectedApi.Of(typeof(LocalClock)), Listed.Contains);
    }

    // The listed member of the same name, if there is one: usually the difference is a parameter.
    private static string Nearest(string member)
    {
        var name = NameOf(member);
        var near = Listed.Where(x => string.Equals(NameOf(x), name, StringComparison.Ordinal)).Take(3);
        return string.Concat(near.Select(x => Environment.NewLine + "      but: " + x));
    }

    private static string NameOf(string member)
    {
        var upToParameters = member.Split('(', 2)[0].Split(" {", 2)[0];
        return upToParameters[(upToParameters.LastIndexOf(' ') + 1)..];
    }
}
