using System.Collections.Immutable;
using TechPlan.Domain.Directory;
using static System.FormattableString;

namespace TechPlan.Domain.MiniGrants;

/// <summary>
/// Why a request cannot be accepted. Each rule looks only at what it needs, so that it also answers about a request that is not
/// finished, and says nothing as long as another answer could still satisfy it.
/// </summary>
internal static class RequestRules
{
    /// <param name="leadSchool">The directory's entry for the lead school; null when there is none.</param>
    internal static ImmutableArray<Refusal> Refusals(RequestOutline request, School? leadSchool, DateTimeOffset now, DistrictRules rules) =>
    [
        .. Given(
            DiscussedLater(request.DiscussedWithLearningTeamOn, rules.Calendar.DateAt(now)),
            TooSoon(request.Date, request.Type, now, rules),
            EndsBeforeStart(request.Start, request.End),
            NotInProgram(request.LeadSchool, leadSchool) ?? NotItlOfRecord(request.Submitter, leadSchool)),
        .. Partners(request.PartnerSchools, request.LeadSchool),
    ];

    private static IEnumerable<Refusal> Given(params IEnumerable<Refusal?> refusals) => refusals.OfType<Refusal>();

    private static Refusal? DiscussedLater(DateOnly? discussed, DateOnly today) => discussed > today
        ? new Refusal("MG-05", "in-future", "/discussedWithLearningTeamOn",
            "The discussion with the Learning Team comes before the request: enter the day on which it took place.")
        : null;

    /// <summary>As long as the type is not known it is taken for a standard session, which has the earliest of all dates.</summary>
    private static Refusal? TooSoon(DateOnly? asked, SessionType? type, DateTimeOffset now, DistrictRules rules)
    {
        var earliest = MiniGrantWorkflow.EarliestSessionDate(type ?? SessionType.Standard, now, rules);
        return asked is { } date && date < earliest ? TooSoon(date, earliest, now, rules) : null;
    }

    private static Refusal TooSoon(DateOnly date, DateOnly earliest, DateTimeOffset now, DistrictRules rules) =>
        date < MiniGrantWorkflow.LeadTimeEnds(now, rules)
            ? new Refusal("MG-02", "too-soon", "/session/date", Invariant(
                $"A session needs {rules.Policy.LeadTimeDays} days from the request; the earliest date you can ask for today is {SentenceDate.Of(earliest)}."))
            : new Refusal("MG-12", "no-time-to-count", "/session/date", Invariant(
                $"The district is closed before {SentenceDate.Of(date)}, and the last day to count its registrations is over; the earliest date you can ask for today is {SentenceDate.Of(earliest)}."));

    private static Refusal? EndsBeforeStart(TimeOnly? start, TimeOnly? end) => end <= start
        ? new Refusal("MG-05", "end-before-start", "/session/end", "The session must end later on the same day than it starts.")
        : null;

    private static Refusal? NotInProgram(string? name, School? school) => name is not null && school is not { InProgram: true }
        ? new Refusal("MG-14", "not-in-program", "/leadSchool",
            $"“{name}” is not a school of the ITL program. Use the name on the district's list, or ask the office to add the school.")
        : null;

    private static Refusal? NotItlOfRecord(EmailAddress? submitter, School? school) => submitter is not null && school is not null && school.Itl.Email != submitter
        ? new Refusal("MG-04", "not-itl-of-record", "/submitter/email",
            $"Only the ITL of record of {school.Name} can ask for it. Ask her or him to send the request, or ask the office to change the record.")
        : null;

    private static IEnumerable<Refusal> Partners(ImmutableArray<string?> partners, string? leadSchool)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (index, partner) in partners.Index())
        {
            if (partner?.Trim() is { } name && Repeated(name, leadSchool?.Trim(), seen, Invariant($"/partnerSchools/{index}/school")) is { } refusal)
            {
                yield return refusal;
            }
        }
    }

    private static Refusal? Repeated(string name, string? leadSchool, HashSet<string> seen, string pointer)
    {
        if (string.Equals(name, leadSchool, StringComparison.OrdinalIgnoreCase))
        {
            return new Refusal("MG-03", "lead-is-partner", pointer, "The lead school is listed again among the other schools. Leave it out there.");
        }

        return seen.Add(name)
            ? null
            : new Refusal("MG-03", "listed-twice", pointer, $"“{name}” is listed twice among the other schools. Keep one line with all its participants.");
    }
}
