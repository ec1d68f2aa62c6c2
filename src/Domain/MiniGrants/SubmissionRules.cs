using System.Collections.Immutable;
using System.Globalization;

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

    private static IEnumerable<Refusal> Refusals(MiniGrantCommand.Submit submit, DateTimeOffset now, DistrictRules rules)
    {
        var request = submit.Request;
        var earliest = rules.Calendar.DateAt(now).AddDays(rules.Policy.LeadTimeDays);
        if (request.Session.Date < earliest)
        {
            yield return new Refusal("MG-02", "too-soon", "/session/date",
                $"A session needs {rules.Policy.LeadTimeDays} days from the request; the earliest date you can ask for today is {Long(earliest)}.");
        }

        if (request.Session.End <= request.Session.Start)
        {
            yield return new Refusal("MG-05", "end-before-start", "/session/end", "The session must end later on the same day than it starts.");
        }

        foreach (var refusal in SchoolRefusals(request, submit.Facts))
        {
            yield return refusal;
        }
    }

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
                $"Only the ITL of record of {school.Name} can ask for it. Let her or him send the request, or ask the office to change the record.");
        }

        for (var i = 0; i < request.PartnerSchools.Length; i++)
        {
            if (SameName(request.PartnerSchools[i].School, request.LeadSchool))
            {
                yield return new Refusal("MG-03", "lead-is-partner", string.Create(CultureInfo.InvariantCulture, $"/partnerSchools/{i}/school"),
                    "The lead school is listed again among the other schools. Leave it out there.");
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
                $"All schools together expect {request.TotalExpectedParticipants} people; a session needs {rules.Policy.MinimumParticipants}.");
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
    }

    private static bool SameName(string one, string other) => string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);

    private static string Long(DateOnly date) => date.ToString("dddd, MMMM d, yyyy", CultureInfo.GetCultureInfo("en-US"));
}
