namespace TechPlan.Domain.MiniGrants;

/// <summary>Something the specialist should see before deciding; it refuses nothing by itself.</summary>
/// <param name="Kind">What was noticed.</param>
/// <param name="Detail">One sentence for the specialist.</param>
public sealed record Flag(FlagKind Kind, string Detail);

/// <summary>What can be noticed about a request that is accepted all the same.</summary>
public enum FlagKind
{
    /// <summary>The topic does not reflect the School Improvement Plan (MG-07).</summary>
    NotInSchoolImprovementPlan,

    /// <summary>All schools together expect fewer people than the minimum (MG-12).</summary>
    ExpectedUnderMinimum,

    /// <summary>Another mini-grant of the same lead school names the same date.</summary>
    SameSchoolAndDate,

    /// <summary>The session is on a weekend or a closed day.</summary>
    SessionOnClosedDay,

    /// <summary>A partner school is not in the directory, or not in the program (MG-14).</summary>
    PartnerOutsideProgram,

    /// <summary>A field of the form was understood though it did not say it exactly (MG-05).</summary>
    ReadFromForm,
}
