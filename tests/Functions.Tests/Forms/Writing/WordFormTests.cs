using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using TechPlan.Functions.Forms;
using TechPlan.Functions.Forms.Reading;
using TechPlan.Functions.Forms.Writing;
using TechPlan.Functions.Tests.Forms.Word;
using W14 = DocumentFormat.OpenXml.Office2010.Word;
using WordText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace TechPlan.Functions.Tests.Forms.Writing;

public sealed class WordFormTests
{
    private static readonly FormFacts Facts = new("Lakeview Public Schools", "mini-grants@example.org", 14);

    [Fact]
    public void The_library_for_the_format_finds_nothing_wrong()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(WordForm.Write(Facts)), isEditable: false);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2013).Validate(document).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        Assert.False(string.IsNullOrEmpty(document.PackageProperties.Title));
    }

    [Fact]
    public void The_same_facts_make_the_same_bytes() => Assert.Equal(WordForm.Write(Facts), WordForm.Write(Facts));

    [Fact]
    public void An_empty_form_has_every_field_once_and_empty() // MG-05
    {
        var (blanks, boxes) = Places(WordForm.Write(Facts));
        var fields = blanks.Select(blank => blank.Name).Concat(boxes.Select(box => box.Name)).Select(name => FieldTags.PointerOf(name!)).OfType<string>().ToList();

        Assert.All(blanks, blank => Assert.Equal("", blank.Value));
        Assert.All(boxes, box => Assert.False(box.Checked));
        Assert.Equal(
            FormPointers.Single.Concat(Enumerable.Range(0, FieldTags.PartnerLines).SelectMany(line => (string[])[FormPointers.PartnerSchool(line), FormPointers.PartnerParticipants(line)])).Order(),
            fields.Distinct().Order());
        Assert.Equal(fields.Distinct().Count() + 2, fields.Count);
    }

    [Fact]
    public void What_is_typed_into_a_field_is_read_from_it()
    {
        var (blanks, boxes) = Places(FilledIn(WordForm.Write(Facts)));

        Assert.All(blanks, blank => Assert.StartsWith("typed ", blank.Value, StringComparison.Ordinal));
        Assert.All(blanks.Where(blank => FieldTags.PointerOf(blank.Name!) is not null), blank => Assert.Equal($"typed {blank.Name}", blank.Value));
        Assert.All(boxes, box => Assert.True(box.Checked));
    }

    [Fact]
    public void It_says_where_to_mail_it_and_by_when() // MG-02
    {
        Assert.Contains(WordReading.Of(Parts(Facts)), line => line.Contains("mini-grants@example.org. It has to arrive at least two weeks before", StringComparison.Ordinal));
        Assert.Contains(WordReading.Of(Parts(new FormFacts("Lakeview", null, 10))), line => line.Contains("your Learning Technologies SOS specialist. It has to arrive at least 10 days before", StringComparison.Ordinal));
    }

    private static FormDocument Parts(FormFacts facts) => WordReading.Document(WordForm.Write(facts));

    private static (List<FormPiece.Blank> Blanks, List<FormPiece.Box> Boxes) Places(byte[] file)
    {
        var pieces = WordReading.Document(file).Blocks
            .SelectMany(block => block is FormBlock.Row row ? row.Cells.SelectMany(cell => cell) : [(FormBlock.Line)block])
            .SelectMany(line => line.Pieces)
            .ToList();
        return ([.. pieces.OfType<FormPiece.Blank>()], [.. pieces.OfType<FormPiece.Box>()]);
    }

    private static byte[] FilledIn(byte[] form)
    {
        using var file = new MemoryStream();
        file.Write(form);
        using (var document = WordprocessingDocument.Open(file, isEditable: true))
        {
            foreach (var control in document.MainDocumentPart!.Document.Descendants<SdtRun>())
            {
                FillIn(control);
            }
        }

        return file.ToArray();
    }

    private static void FillIn(SdtRun control)
    {
        control.SdtProperties!.GetFirstChild<ShowingPlaceholder>()?.Remove();
        if (control.SdtProperties.GetFirstChild<W14.SdtContentCheckBox>() is { } box)
        {
            box.Checked = new W14.Checked { Val = W14.OnOffValues.One };
        }
        else
        {
            control.SdtContentRun!.Descendants<WordText>().Single().Text = $"typed {control.SdtProperties.GetFirstChild<Tag>()!.Val}";
        }
    }
}
