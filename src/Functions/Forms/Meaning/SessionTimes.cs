using TechPlan.Functions.Forms.Meaning.Values;

namespace TechPlan.Functions.Forms.Meaning;

/// <summary>Reads when a session starts and ends, together: what one time leaves open about the half of the day, the other says.</summary>
internal static class SessionTimes
{
    internal static (TimeOnly? Start, TimeOnly? End) Read(FieldDesk desk)
    {
        var (start, end) = Read(desk[FormPointers.SessionStart]?.Text, desk[FormPointers.SessionEnd]?.Text);
        return (desk.Time(FormPointers.SessionStart, _ => start!), desk.Time(FormPointers.SessionEnd, _ => end!));
    }

    private static (ValueReading<TimeOnly>? Start, ValueReading<TimeOnly>? End) Read(string? start, string? end)
    {
        var first = start is null ? null : TimeText.ReadRange(start);
        var second = end is null ? null : TimeText.ReadRange(end);
        return (first, second) switch
        {
            ({ End: null, Start.Certainty: var one }, { End: null, Start.Certainty: var two }) when one is not Certainty.Exact || two is not Certainty.Exact => Together(start!, end!),
            _ => (start is null ? null : First(first, start), end is null ? null : Last(first, second, end)),
        };
    }

    private static (ValueReading<TimeOnly>? Start, ValueReading<TimeOnly>? End) Together(string start, string end) =>
        TimeText.ReadRange($"{TimeText.Core(start)} - {TimeText.Core(end)}") is { End: { } to, Start: var from } ? (from, to) : (TimeText.Read(start), TimeText.Read(end));

    private static ValueReading<TimeOnly> First((ValueReading<TimeOnly> Start, ValueReading<TimeOnly>? End)? range, string typed) => range?.Start ?? TimeText.Unreadable(typed);

    /// <summary>The end field's last time; it must not contradict a range in the start field.</summary>
    private static ValueReading<TimeOnly> Last((ValueReading<TimeOnly> Start, ValueReading<TimeOnly>? End)? first, (ValueReading<TimeOnly> Start, ValueReading<TimeOnly>? End)? second, string typed)
    {
        var end = second is { } range ? range.End ?? range.Start : TimeText.Unreadable(typed);
        return first?.End?.Value is { } other && end.Value is { } time && other != time
            ? ValueReading<TimeOnly>.Unsure(time, "The start field names another end. Which is right?")
            : end;
    }
}
