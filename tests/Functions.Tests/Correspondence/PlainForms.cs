using System.Text;
using TechPlan.Functions.Forms.Reading;

namespace TechPlan.Functions.Tests.Correspondence;

/// <summary>A kind of file as plain as can be: a mark, then a field's name and what was typed into it on each line.</summary>
internal sealed class PlainForms : IFormFileReader
{
    private const string Mark = "FORM\n";

    /// <summary>A complete request of School 012 for November 4, 2099, changed as a test needs it; null empties a field.</summary>
    internal static byte[] Form(params (string Field, string? Typed)[] changes)
    {
        var fields = new Dictionary<string, string?>
        {
            ["leadSchool"] = "School 012",
            ["expectedParticipants"] = "20",
            ["submitter.name"] = "Dana Field",
            ["discussedWithLearningTeamOn"] = "9/1/2099",
            ["title"] = "Spreadsheets for beginners",
            ["location.school"] = "School 012",
            ["location.address"] = "1200 Lake Street",
            ["location.room"] = "204",
            ["session.date"] = "November 4, 2099",
            ["session.start"] = "3:30 pm",
            ["session.end"] = "5:30 pm",
            ["session.type"] = "standard",
            ["instructor.name"] = "Robin Hale",
            ["facilitator"] = "Sam Ortiz",
            ["reflectsSchoolImprovementPlan"] = "yes",
            ["otherEvaluation.planned"] = "no",
            ["followUp.plan"] = "One lesson each.",
            ["followUp.location"] = "Library",
            ["followUp.date"] = "November 25, 2099",
            ["followUp.start"] = "3:30 pm",
        };
        foreach (var (field, typed) in changes)
        {
            fields[field] = typed;
        }

        return Encoding.UTF8.GetBytes(Mark + string.Join('\n', fields.Where(field => field.Value is not null).Select(field => $"{field.Key}={field.Value}")));
    }

    public bool Takes(ReadOnlySpan<byte> file) => file.StartsWith(Encoding.UTF8.GetBytes(Mark));

    public FileReading Read(ReadOnlyMemory<byte> file) => new FileReading.Document(new FormDocument(
    [
        .. Encoding.UTF8.GetString(file.Span)[Mark.Length..].Split('\n').Index().Select(line => line.Item.Split('=', 2) is [var name, var typed]
            ? new FormBlock.Line([new FormPiece.Blank(name, typed)], $"line {line.Index + 1}")
            : new FormBlock.Line([new FormPiece.Text(line.Item)], $"line {line.Index + 1}")),
    ]));
}
