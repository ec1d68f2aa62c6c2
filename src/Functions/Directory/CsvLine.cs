using System.Globalization;
using TechPlan.Domain;

namespace TechPlan.Functions.Directory;

/// <summary>One line of an imported file. A value that cannot be read is noted as a problem and stands in as something harmless.</summary>
internal sealed class CsvLine(int number, IReadOnlyDictionary<string, string> values, ImportProblems problems)
{
    private const int MaxLength = 200;

    /// <summary>The line in the file, from 1.</summary>
    internal int Number => number;

    /// <summary>What is written there, right or wrong.</summary>
    internal string Raw(string column) => values[column].Trim();

    internal string Text(string column)
    {
        var text = Raw(column);
        return text switch
        {
            "" => Refuse(column, "This must not be empty.", ""),
            { Length: > MaxLength } => Refuse(column, $"This has {text.Length} characters; at most {MaxLength} are possible.", ""),
            _ when text.Any(char.IsControl) => Refuse(column, "This must fit on one line: take out line breaks and tabs.", ""),
            _ => text,
        };
    }

    internal EmailAddress? Email(string column) =>
        Text(column) is not { Length: > 0 } text ? null
        : EmailAddress.TryParse(text) is { } address ? address
        : Refuse<EmailAddress?>(column, $"“{text}” is not a mail address.", null);

    internal bool YesOrNo(string column) => Text(column).ToUpperInvariant() switch
    {
        "YES" or "TRUE" or "1" or "Y" => true,
        "NO" or "FALSE" or "0" or "N" or "" => false,
        var other => Refuse(column, $"“{other}” is neither yes nor no.", false),
    };

    internal DateOnly Date(string column) =>
        Text(column) is not { Length: > 0 } text ? default
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
        : Refuse(column, $"“{text}” is not a date. Write an existing day as year, month and day, such as 2026-11-26.", default(DateOnly));

    /// <summary>Name and address from two columns.</summary>
    internal Person? Person(string nameColumn, string emailColumn)
    {
        var name = Text(nameColumn);
        return Email(emailColumn) is { } email ? new Person(name, email) : null;
    }

    internal T Refuse<T>(string column, string detail, T standIn)
    {
        problems.Add(number, column, detail);
        return standIn;
    }
}
