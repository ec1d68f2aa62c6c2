using FsCheck;
using FsCheck.Fluent;
using TechPlan.Domain.MiniGrants;
using static TechPlan.Domain.Tests.MiniGrants.Sample;

namespace TechPlan.Domain.Tests.Histories;

/// <summary>Makes histories of up to 40 steps, and makes failing ones shorter.</summary>
internal static class HistoryGenerator
{
    private const int MostSteps = 40;
    private const int HoursInAYear = 365 * 24;

    /// <summary>The system never stands still.</summary>
    internal static readonly Arbitrary<History> Punctual = Histories(Gen.Frequency((3, Waiting), (3, Commands), (2, Enroll)));

    /// <summary>Now and then nothing is taken up for hours or days.</summary>
    internal static readonly Arbitrary<History> Unreliable = Histories(Gen.Frequency((2, Waiting), (2, StandingStill), (3, Commands), (2, Enroll)));

    private static Gen<int> Hours => Gen.OneOf(Gen.Choose(0, 8), Gen.Choose(8, 72), Gen.Choose(72, 400));

    private static Gen<HistoryStep> Waiting => Hours.Select(HistoryStep (hours) => new HistoryStep.Wait(hours));

    private static Gen<HistoryStep> StandingStill => Hours.Select(HistoryStep (hours) => new HistoryStep.StandStill(hours));

    private static Gen<HistoryStep> Enroll =>
        Gen.Frequency((1, Gen.Constant<int?>(null)), (3, Registered.Select(int? (registered) => registered))).Select(HistoryStep (registered) => new HistoryStep.EnrollSays(registered));

    private static Gen<int> Registered => Gen.OneOf(Gen.Choose(13, 16), Gen.Choose(0, 60));

    private static Gen<string?> Text => Gen.Frequency((4, Gen.Constant<string?>("Because.")), (1, Gen.Elements(null, "", " ")));

    /// <summary>Approvals are more likely than the rest, so that most histories come to a count.</summary>
    private static Gen<HistoryStep> Commands => Gen.Frequency(
        (4, Gen.Constant<MiniGrantCommand>(Approve)),
        (1, Text.Select(MiniGrantCommand (note) => new MiniGrantCommand.Reject(Specialist, note))),
        (1, Text.Select(MiniGrantCommand (reason) => new MiniGrantCommand.Withdraw(Lead, reason))),
        (2, Text.Select(MiniGrantCommand (reason) => new MiniGrantCommand.HoldAnyway(Specialist, reason))),
        (2, Registered.Select(MiniGrantCommand (registered) => new MiniGrantCommand.EnterCount(Specialist, registered - 1))),
        (2, Registered.Select(MiniGrantCommand (registered) => new MiniGrantCommand.EnrollmentCounted(registered))),
        (2, Gen.Constant<MiniGrantCommand>(Unavailable)),
        (2, Gen.Constant<MiniGrantCommand>(Time)),
        (1, Gen.Constant<MiniGrantCommand>(Submit))).Select(HistoryStep (command) => new HistoryStep.Give(command));

    private static Arbitrary<History> Histories(Gen<HistoryStep> steps)
    {
        var histories =
            from closed in Gen.Choose(0, 420).ListOf(40)
            from hour in Gen.Choose(0, HoursInAYear)
            from ahead in Gen.OneOf(Gen.Constant(0), Gen.Choose(0, 40))
            from type in Gen.Elements(SessionType.Standard, SessionType.SlcLevelOne)
            from count in Gen.Choose(0, MostSteps)
            from taken in steps.ListOf(count)
            select new History([.. closed], hour, ahead, type, [.. taken]);
        return Arb.From(histories, Shorter);
    }

    private static IEnumerable<History> Shorter(History history)
    {
        foreach (var index in Enumerable.Range(0, history.Steps.Length))
        {
            yield return history with { Steps = history.Steps.RemoveAt(index) };
        }

        if (history.ClosedDays.Length > 0)
        {
            yield return history with { ClosedDays = [] };
        }
    }
}
