using System.Collections.Immutable;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Web.Timeline;

namespace TechPlan.Functions.Review;

/// <summary>Picks out of a history what answers a page's question, and what followed from it.</summary>
public static class Outcomes
{
    public static ImmutableArray<TimelineEntry> OfReview(IEnumerable<MiniGrantEvent> history) =>
        Of(history.Where(happened => IsEnd(happened) || happened is MiniGrantEvent.Approved or MiniGrantEvent.Rejected));

    public static ImmutableArray<TimelineEntry> OfHold(IEnumerable<MiniGrantEvent> history) =>
        Of(history.Where(happened => IsEnd(happened) || happened is MiniGrantEvent.HeldAnyway));

    public static ImmutableArray<TimelineEntry> OfCount(IEnumerable<MiniGrantEvent> history) => Of(history.Where(IsEnd));

    private static ImmutableArray<TimelineEntry> Of(IEnumerable<MiniGrantEvent> events) => [.. events.Select(EventSentences.Of)];

    private static bool IsEnd(MiniGrantEvent happened) =>
        happened is MiniGrantEvent.Confirmed or MiniGrantEvent.Cancelled or MiniGrantEvent.Withdrawn or MiniGrantEvent.Expired;
}
