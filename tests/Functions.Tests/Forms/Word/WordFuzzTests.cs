using TechPlan.Functions.Forms.Word;
using TechPlan.Functions.Tests.Forms.Fuzz;
using Xunit.Abstractions;
using static TechPlan.Functions.Tests.Forms.Word.Xml;

namespace TechPlan.Functions.Tests.Forms.Word;

/// <summary>Broken Word files: the zip itself, the XML within a sound zip, and sound XML whose elements are not where they belong.</summary>
[Collection(PlaysAlone.Name)]
public sealed class WordFuzzTests(ITestOutputHelper output)
{
    private static readonly byte[][] Sound =
    [
        new WordFile(
            P(R("Lead school: "), TextField("LeadSchool", R("School 044")), R(" Approved "), CheckField("Approved", "<w:checked/>"), DropDownField("<w:result w:val=\"1\"/>", "Standard", "SLC Level 1"))
            + Tbl(Tr(Tc(P(R("Date")), "<w:vMerge w:val=\"restart\"/>"), Sdt(Alias("Date") + "<w:date w:fullDate=\"2026-10-04T00:00:00Z\"><w:dateFormat w:val=\"d/M/yyyy\"/></w:date>", Tc(P(R("4/10/2026"))))))
            + P(Sdt("<w14:checkbox><w14:checked w14:val=\"1\"/></w14:checkbox>", R("☒")), R("Yes ☐ No"), "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/></w:r>")
            + P(Begin(), Instruction("HYPERLINK \"x\""), Separate, TextField("Inner", R("a")), End)
            + "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"h1\"/></w:sectPr>")
            .Margin("header", "h1", P(R("Header "), TextField("Title", R("Fractions")))).ToBytes(),
        new WordFile(
            P($"<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent>{P(R("Room 204"))}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r>")
            + Sdt(Alias("Whole"), Tbl(Sdt("", Tr(Tc(Tbl(Tr(Tc(P(R("inner")))))))))) + P($"<w:fldSimple w:instr=\"FORMTEXT\">{R("x")}</w:fldSimple>")).ToBytes(),
    ];

    private static readonly Mutations Broken = new(Sound, FuzzRun.Seed, "w:p", "<w:sdt>", "</w:sdt>", "<w:tbl>", "fldChar", "&amp;", "<![CDATA[", "w:val=\"1\"");

    [Fact]
    public void Fuzz_of_the_zip() => new FuzzRun(output).Play(Broken.Mutant, Read);

    [Fact]
    public void Fuzz_of_the_parts() => new FuzzRun(output).Play(Broken.MutantInsideZip, Read);

    [Fact]
    public void Fuzz_of_the_elements() => new FuzzRun(output).Play(number => ElementMutations.Mutant(Sound, FuzzRun.Seed, number), Read);

    private static void Read(byte[] file) => new WordReader().Read(file);
}
