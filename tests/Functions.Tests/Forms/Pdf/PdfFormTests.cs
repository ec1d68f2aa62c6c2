using TechPlan.Functions.Forms;
using TechPlan.Functions.Forms.Pdf;
using TechPlan.Functions.Forms.Reading;
using TechPlan.Functions.Forms.Writing;

namespace TechPlan.Functions.Tests.Forms.Pdf;

/// <summary>MG-05: our own PDF form asks for everything that the form holds.</summary>
public sealed class PdfFormTests
{
    [Fact]
    public void Every_field_of_the_form_is_on_it_once()
    {
        var names = Pieces().Select(piece => piece is FormPiece.Box box ? box.Name : piece is FormPiece.Blank blank ? blank.Name : null).OfType<string>().ToList();

        Assert.Equal(names.Count, names.Distinct().Count());
        Assert.Empty(FormPointers.Single.Except(names.Select(FieldTags.PointerOf)));
        Assert.All(names, name => Assert.NotNull(FieldTags.PointerOf(name)));
    }

    [Fact]
    public void Nothing_is_filled_in_or_ticked_beforehand() =>
        Assert.DoesNotContain(Pieces(), piece => piece is FormPiece.Box { Checked: true } or FormPiece.Blank { Value.Length: > 0 });

    private static IEnumerable<FormPiece> Pieces() =>
        Assert.IsType<FileReading.Document>(new PdfReader().Read(PdfForm.Write(new FormFacts("Lakeshore Schools", null, 14)))).Form.Blocks.OfType<FormBlock.Line>().SelectMany(line => line.Pieces);
}
