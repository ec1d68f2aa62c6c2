namespace TechPlan.Functions.Forms.Meaning.Values;

/// <summary>Months and weekdays as people write them, in English and Spanish, from three letters on.</summary>
internal static class MonthNames
{
    /// <summary>As part of a pattern.</summary>
    internal const string Months =
        "jan(?:uary)?|feb(?:r(?:uary)?)?|mar(?:ch|zo)?|apr(?:il)?|may(?:o)?|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober|ubre)?|nov(?:ember|iembre)?|dec(?:ember)?" +
        "|enero|ene|febrero|abril|abr|junio|julio|agosto|ago|septiembre|setiembre|diciembre|dic";

    /// <summary>As part of a pattern.</summary>
    internal const string Weekdays =
        "mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|lunes|martes|miercoles|jueves|viernes|sabado|domingo";

    private static readonly string[] English = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] Spanish = ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"];
    private static readonly string[] Days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
    private static readonly string[] SpanishDays = ["dom", "lun", "mar", "mie", "jue", "vie", "sab"];

    /// <summary>1 to 12.</summary>
    internal static int MonthOf(string name) =>
        name.StartsWith("set", StringComparison.Ordinal) ? 9 : 1 + Math.Max(Array.IndexOf(English, name[..3]), Array.IndexOf(Spanish, name[..3]));

    internal static DayOfWeek WeekdayOf(string name) =>
        (DayOfWeek)Math.Max(Array.IndexOf(Days, name[..3]), Array.IndexOf(SpanishDays, name[..3]));
}
