using static System.FormattableString;

namespace TechPlan.Domain.MiniGrants;

/// <summary>Which requests are accepted for review, and what the specialist is shown about them.</summary>
internal static class SubmissionRules
{
    internal static DecisionResult Decide(MiniGrantCommand.Submit submit, DateTimeOffset now, DistrictRules rules)
    {
        var reasons = RequestRules.Refusals(RequestOutline.Of(submit.Request), submit.Facts.LeadSchool, now, rules);
        return reasons.IsEmpty
            ? DecisionResult.Of(new MiniGrantEvent.Submitted(now, Accept(submit, now, rules)))
            : new DecisionResult.Refused(reasons);
    }

    private static Submission Accept(MiniGrantCommand.Submit submit, DateTimeOffset now, DistrictRules rules) =>
        new(submit.Id, submit.Request, now, submit.Facts.LeadSchool!.Cluster, [.. Flags(submit, rules)]);

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
            yield return new Flag(FlagKind.SessionOnClosedDay, $"{SentenceDate.Of(request.Session.Date)} is not a workday.");
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
}
