namespace TechPlan.Functions.Forms.Meaning.Values;

/// <summary>A date as it was written; whether it exists is another question.</summary>
/// <param name="Text">Where it stands in the text.</param>
/// <param name="Year">Null when none was written.</param>
/// <param name="IsClear">It can be read in one way only.</param>
/// <param name="IsNumeric">Two numbers say month and day.</param>
internal sealed record WrittenDate(string Text, int Month, int Day, int? Year, bool IsClear, bool IsNumeric = false)
{
    /// <summary>A year is looked for this far: February 29 may be eight years away.</summary>
    private const int FarthestYear = 8;

    /// <summary>Day and month could change places.</summary>
    internal bool IsEitherWay => IsNumeric && Day <= 12 && Day != Month;

    /// <summary>The date; null when the calendar has none such.</summary>
    internal DateOnly? On(DateOnly from, bool past)
    {
        if (Year is { } year)
        {
            return In(year);
        }

        var step = past ? -1 : 1;
        return Enumerable.Range(0, FarthestYear + 1).Select(away => In(from.Year + (away * step)))
            .FirstOrDefault(date => date is { } day && (past ? day <= from : day >= from));
    }

    private DateOnly? In(int year) =>
        Month is >= 1 and <= 12 && year is >= 1 and <= 9999 && Day >= 1 && Day <= DateTime.DaysInMonth(year, Month) ? new DateOnly(year, Month, Day) : null;
}
