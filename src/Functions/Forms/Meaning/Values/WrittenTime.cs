namespace TechPlan.Functions.Forms.Meaning.Values;

/// <summary>A time of day as it was written.</summary>
/// <param name="IsPm">Null when neither am nor pm was written.</param>
/// <param name="IsTwentyFourHours">It is written as clocks of 24 hours do: <c>15:30</c>, <c>09:00</c>.</param>
internal sealed record WrittenTime(string Text, int Hour, int Minute, bool? IsPm, bool IsTwentyFourHours)
{
    /// <summary>Sessions are held by day: a bare 7:00 to 11:59 is before noon.</summary>
    private const int FirstMorningHour = 7;

    /// <summary>It says itself which half of the day it is in.</summary>
    internal bool IsClear => IsPm is not null || IsTwentyFourHours;

    /// <summary>Whether clocks show such a time.</summary>
    internal bool Exists => Minute < 60 && (IsPm is null ? Hour < 24 : Hour is >= 1 and <= 12);

    /// <summary>The time of day, the half of the day filled in when it is not written.</summary>
    internal TimeOnly Time => At(IsPm ?? LikelyPm);

    private bool LikelyPm => Hour is 12 or (>= 1 and < FirstMorningHour);

    /// <summary>The time in the morning or in the afternoon, whatever is likely.</summary>
    internal TimeOnly At(bool pm) => Hour switch
    {
        > 12 => new TimeOnly(Hour, Minute),
        12 => new TimeOnly(pm ? 12 : 0, Minute),
        0 => new TimeOnly(0, Minute),
        _ => new TimeOnly(pm ? Hour + 12 : Hour, Minute),
    };
}
