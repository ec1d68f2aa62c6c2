using System.Collections.Immutable;
using TechPlan.Domain;
using TechPlan.Domain.Directory;
using TechPlan.Functions.Forms;
using TechPlan.Functions.Forms.Meaning;
using TechPlan.Functions.Forms.Reading;
using TechPlan.Functions.Forms.Text;

namespace TechPlan.Functions.Tests.Forms.Meaning;

/// <summary>A district to read forms in, on Monday, September 14, 2026.</summary>
internal static class MeaningDistrict
{
    internal static readonly DateOnly Today = new(2026, 9, 14);

    internal static readonly DistrictDirectory Directory = new(
        [.. new[] { "Lincoln Elementary School", "Lincoln Middle School", "School 012", "School 044", "School 052", "School 060" }.Select(SchoolOf)], []);

    internal static FormReading Read(params (string Pointer, string Text)[] fields) =>
        Read(new TypedForm([.. fields.Select(field => new TypedField(field.Pointer, field.Text))]));

    internal static FormReading ReadMail(string text, string? html = null) => Read(MailTextReader.Read(text, html).Typed);

    internal static FormReading Read(FormDocument document) => Read(LabelReader.Find(document));

    internal static FormDocument Document(params FormBlock[] blocks) => new([.. blocks]);

    internal static FormBlock.Line Line(params FormPiece[] pieces) => new([.. pieces], "line");

    internal static FormBlock.Row Row(params FormPiece[] cells) => new([.. cells.Select(cell => ImmutableArray.Create(Line(cell)))], "row");

    internal static FormPiece Print(string text) => new FormPiece.Text(text);

    internal static FormPiece Fill(string value, string? name = null) => new FormPiece.Blank(name, value);

    internal static FormPiece Tick(bool ticked, string? name = null) => new FormPiece.Box(name, ticked);

    private static FormReading Read(TypedForm typed) => TypedFormReader.Read(typed, Directory, Today);

    private static School SchoolOf(string name)
    {
        var person = new Person("Ada Field", EmailAddress.Parse("ada.field@example.org"));
        return new School(name, "Cluster 1", person, person, InProgram: true, "public");
    }
}
