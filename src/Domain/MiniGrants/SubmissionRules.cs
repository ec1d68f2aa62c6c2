using System.Collections.Immutable;
using System.Globalization;
using static System.FormattableString;

namespace TechPlan.Domain.MiniGrants;

/// <summary>Which requests are accepted for review, and what the specialist is shown about them.</summary>
internal static class SubmissionRules
{
    internal static DecisionResult Decide(MiniGrantCommand.Submit submit, DateTimeOffset now, DistrictRules rules)
    {
        var reasons = Refusals(submit, now, rules).ToImmutableArray();
        return reasons.IsEmpty
            ? DecisionResult.Of(new MiniGrantEvent.Submitted(now, Accept(submit, now, rules)))
            : new DecisionResult.Refused(reasons);
    }

    private static Submission Accept(MiniGrantCommand.Submit submit, DateTimeOffset now, DistrictRules rules) =>
        new(submit.Id, submit.Request, now, submit.Facts.LeadSchool!.Cluster, [.. Flags(submit, rules)]);

    private static IEnumerable<Refusal> Refusals(MiniGrantCommand.Submit submit, DateTimeOffset now, DistrictRules rules) =>
    [
        .. DateRefusals(submit.Request, now, rules),
        .. SchoolRefusals(submit.Request, submit.Facts),
        .. PartnerRefusals(submit.Request),
    ];

    private static IEnumerable<Refusal> DateRefusals(MiniGrantRequest request, DateTimeOffset now, DistrictRules rules)
    {
        if (request.DiscussedWithLearningTeamOn > rules.Calendar.DateAt(now))
        {
            yield return new Refusal("MG-05", "in-future", "/discussedWithLearningTeamOn",
                "The discussion with the Learning Team comes before the request: enter the day on which it took place.");
        }

        if (TooSoon(request.Session.Date, request.Session.Type, now, rules) is { } tooSoon)
        {
            yield return tooSoon;
        }

        if (request.Session.End <= request.Session.Start)
        {
            yield return new Refusal("MG-05", "end-before-start", "/session/end", "The session must end later on the same day than it starts.");
        }
    }

    /// <summary>Why a session's date is too soon to be asked for; null when it is not.</summary>
    internal static Refusal? TooSoon(DateOnly date, SessionType type, DateTimeOffset now, DistrictRules rules) =>
        MiniGrantWorkflow.EarliestSessionDate(type, now, rules) is var earliest && date >= earliest ? null
        : date < MiniGrantWorkflow.LeadTimeEnds(now, rules) ? new Refusal("MG-02", "too-soon", "/session/date", Invariant(
            $"A session needs {rules.Policy.LeadTimeDays} days from the request; the earliest date you can ask for today is {Long(earliest)}."))
        : new Refusal("MG-12", "no-time-to-count", "/session/date", Invariant(
            $"The district is closed before {Long(date)}, and the last day to count its registrations is over; the earliest date you can ask for today is {Long(earliest)}."));

    private static IEnumerable<Refusal> SchoolRefusals(MiniGrantRequest request, SubmissionFacts facts)
    {
        if (facts.LeadSchool is not { InProgram: true } school)
        {
            yield return new Refusal("MG-14", "not-in-program", "/leadSchool",
                $"“{request.LeadSchool}” is not a school of the ITL program. Use the name on the district's list, or ask the office to add the school.");
        }
        else if (school.Itl.Email != request.Submitter.Email)
        {
            yield return new Refusal("MG-04", "not-itl-of-record", "/submitter/email",
                $"Only the ITL of record of {school.Name} can ask for it. Ask her or him to send the request, or ask the office to change the record.");
        }
    }

    private static IEnumerable<Refusal> PartnerRefusals(MiniGrantRequest request)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (index, partner) in request.PartnerSchools.Index())
        {
            var pointer = Invariant($"/partnerSchools/{index}/school");
            if (SameName(partner.School, request.LeadSchool))
            {
                yield return new Refusal("MG-03", "lead-is-partner", pointer, "The lead school is listed again among the other schools. Leave it out there.");
            }
            else if (!seen.Add(partner.School.Trim()))
            {
                yield return new Refusal("MG-03", "listed-twice", pointer, $"“{partner.School}” is listed twice among the other schools. Keep one line with all its participants.");
            }
        }
    }

    private static IEnumerable<Flag> Flags(MiniGrantCommand.Submit submit, DistrictRules rules)
    {
        var request = submit.Request;
        if (!request.ReflectsSchoolImprovementPlan)
        {
            yield return new Flag(FlagKind.NotInSchoolImprovementPlan, "The topic does not reflect needs named in the School Improvement Plan.");
        }

        if (request.TotalExpectedParticipants < rules.Policy.MinimumParticipants)
        {
            yield return new Flag(FlagKind.ExpectedUnderMinimum,
                Invariant($"All schools together expect {request.TotalExpectedParticipants} people; a session needs {rules.Policy.MinimumParticipants}."));
        }

        if (!rules.Calendar.IsWorkday(request.Session.Date))
        {
            yield return new Flag(FlagKind.SessionOnClosedDay, $"{Long(request.Session.Date)} is not a workday.");
        }

        foreach (var other in submit.Facts.SameSchoolAndDate)
        {
            yield return new Flag(FlagKind.SameSchoolAndDate, $"{other} already asks for the same lead school and date.");
        }

        foreach (var partner in submit.Facts.PartnersOutsideProgram)
        {
            yield return new Flag(FlagKind.PartnerOutsideProgram, $"The partner school “{partner}” is not on the list of schools in the program.");
        }

        foreach (var reading in submit.Facts.ReadAs)
        {
            yield return new Flag(FlagKind.ReadFromForm, reading);
        }
    }

    private static bool SameName(string one, string other) => string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);

    private static string Long(DateOnly date) => date.ToString("dddd, MMMM d, yyyy", CultureInfo.InvariantCulture);
}
