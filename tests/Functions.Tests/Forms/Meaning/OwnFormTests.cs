using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using WordText = DocumentFormat.OpenXml.Wordprocessing.Text;
using TechPlan.Functions.Forms;
using TechPlan.Functions.Forms.Meaning;
using TechPlan.Functions.Forms.Writing;
using TechPlan.Functions.Tests.Forms.Word;

namespace TechPlan.Functions.Tests.Forms.Meaning;

/// <summary>The district's form as we hand it out (MG-05).</summary>
public sealed class OwnFormTests
{
    private static readonly byte[] Empty = WordForm.Write(new FormFacts("Lakeview Public Schools", "mini-grants@example.org", 14));

    [Fact]
    public void Nothing_is_read_from_a_form_that_nobody_has_filled_in() => Assert.Empty(LabelReader.Find(WordReading.Document(Empty)).Fields);

    [Fact]
    public void Only_what_was_typed_is_read()
    {
        var typed = LabelReader.Find(WordReading.Document(With(("title", "Maps in class"), ("partnerSchools.0.school", "School 014"), ("partnerSchools.0.expectedParticipants", "8"))));

        Assert.Equal(
            [(FormPointers.Title, "Maps in class"), (FormPointers.PartnerSchool(0), "School 014"), (FormPointers.PartnerParticipants(0), "8")],
            typed.Fields.Select(field => (field.Pointer, field.Text)));
        Assert.All(typed.Fields, field => Assert.Equal(Certainty.Exact, field.Certainty));
    }

    [Fact]
    public void A_line_for_another_school_that_was_copied_is_one_more_school() // MG-03
    {
        var typed = LabelReader.Find(WordReading.Document(With(
            copied: 1, ("partnerSchools.2.school", "School 014"), ("partnerSchools.2.expectedParticipants", "8"))));

        Assert.Equal(2, typed.Fields.Count(field => field.Pointer.EndsWith("/school", StringComparison.Ordinal) && field.Text == "School 014"));
    }

    private static byte[] With(params (string Tag, string Text)[] answers) => With(copied: 0, answers);

    /// <param name="copied">How often the row of the first answer is copied, answers and all.</param>
    private static byte[] With(int copied, params (string Tag, string Text)[] answers)
    {
        using var file = new MemoryStream();
        file.Write(Empty);
        using (var document = WordprocessingDocument.Open(file, isEditable: true))
        {
            var controls = document.MainDocumentPart!.Document.Descendants<SdtRun>().ToDictionary(control => control.SdtProperties!.GetFirstChild<Tag>()!.Val!.Value!);
            foreach (var (tag, text) in answers)
            {
                controls[tag].SdtProperties!.GetFirstChild<ShowingPlaceholder>()?.Remove();
                controls[tag].SdtContentRun!.Descendants<WordText>().Single().Text = text;
            }

            var row = controls[answers[0].Tag].Ancestors<TableRow>().FirstOrDefault();
            for (var i = 0; i < copied; i++)
            {
                row!.InsertAfterSelf(row.CloneNode(deep: true));
            }
        }

        return file.ToArray();
    }
}
