using static TechPlan.Functions.Tests.Forms.Word.Xml;

namespace TechPlan.Functions.Tests.Forms.Word;

public sealed class LayoutTests
{
    private const string Sections = """<w:sectPr><w:headerReference w:type="default" r:id="h1"/><w:headerReference w:type="first" r:id="h2"/><w:footerReference w:type="default" r:id="f1"/></w:sectPr>""";

    private static string TextBox(string kind, string inside) => $"<{kind}:txbx><w:txbxContent>{inside}</w:txbxContent></{kind}:txbx>";

    [Fact]
    public void A_cell_that_spans_columns_is_one_cell_and_a_cell_that_goes_on_below_is_empty_there() =>
        Assert.Equal(["| Session |", "| Date | 10/14/26 |", "|  | 3:30 |"],
            WordReading.Of(Tbl(
                Tr(Tc(P(R("Session")), "<w:gridSpan w:val=\"2\"/>")),
                Tr(Tc(P(R("Date")), "<w:vMerge w:val=\"restart\"/>"), Tc(P(R("10/14/26")))),
                Tr(Tc(P(R("left over")), "<w:vMerge/>"), Tc(P(R("3:30")))))));

    [Fact]
    public void A_cell_has_lines() => Assert.Equal(["| Location: / Room: {=204} |"], WordReading.Of(Tbl(Tr(Tc(P(R("Location:")) + P(R("Room: "), TextField("Text1", R("204"))))))));

    [Fact]
    public void Rows_and_cells_in_frames_and_insertions_are_found() =>
        Assert.Equal(["| A | B |", "| C |"],
            WordReading.Of(Tbl(
                Tr(Tc(P(R("A"))), $"<w:customXml>{Tc(P(R("B")))}</w:customXml>"),
                $"<w:ins>{Tr(Tc(P(R("C"))))}</w:ins>",
                "<w:tr><w:trPr><w:del/></w:trPr>" + Tc(P(R("deleted row"))) + "</w:tr>",
                "<w:tr><w:trPr><w:hidden/></w:trPr>" + Tc(P(R("hidden row"))) + "</w:tr>",
                Tr(Tc(P())))));

    [Fact]
    public void A_table_within_a_cell_follows_its_row_with_rows_of_its_own() =>
        Assert.Equal(["line 1: Before", "table 1, row 1: | Session | See inside |", "table 2, row 1: | Date | 10/14/26 |", "table 1, row 2: | Room | 204 |"],
            WordReading.WithPlaces(new WordFile(P(R("Before")) + Tbl(
                Tr(Tc(P(R("Session"))), Tc(P(R("See inside")) + Tbl(Tr(Tc(P(R("Date"))), Tc(P(R("10/14/26"))))))),
                Tr(Tc(P(R("Room"))), Tc(P(R("204"))))))));

    [Fact]
    public void Headers_and_footers_follow_the_body_and_an_unused_one_is_left_out() =>
        Assert.Equal(["line 1: Body", "page header: Lead school: {School=School 044}", "page footer: | Cluster 4 |"],
            WordReading.WithPlaces(new WordFile(P(R("Body")) + P($"<w:pPr>{Sections}</w:pPr>") + Sections)
                .Margin("header", "h1", P(R("Lead school: "), TextField("School", R("School 044"))))
                .Margin("header", "h2", P(R("First page only")))
                .Margin("header", "h3", P(R("Never referred to")))
                .Margin("footer", "f1", Tbl(Tr(Tc(P(R("Cluster 4"))))))));

    [Fact]
    public void The_header_of_a_first_page_counts_where_there_is_one() =>
        Assert.Contains("First page only", WordReading.Of(new WordFile(P(R("Body")) + Sections.Replace("</w:sectPr>", "<w:titlePg/></w:sectPr>", StringComparison.Ordinal))
            .Margin("header", "h2", P(R("First page only")))));

    [Fact]
    public void A_text_box_that_is_there_twice_is_read_once_after_its_line() =>
        Assert.Equal(["line 1: Beside the box", "text box: Room {=204}", "line 2: Next"],
            WordReading.WithPlaces(new WordFile(
                P(R("Beside "), $"""<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp>{TextBox("wps", P(R("Room "), TextField("Text1", R("204"))))}</wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape>{TextBox("v", P(R("Room "), TextField("Text1", R("204"))))}</v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>""", R("the box"))
                + P(R("Next")))));

    [Fact]
    public void A_text_box_of_an_older_program_is_read() =>
        Assert.Equal(["Room 204"], WordReading.Of(P($"<w:r><w:pict><v:shape>{TextBox("v", P(R("Room 204")))}</v:shape></w:pict></w:r>")));

    [Fact]
    public void Only_the_older_text_is_read_where_there_is_no_newer() =>
        Assert.Equal(["Room 204"], WordReading.Of($"<mc:AlternateContent><mc:Fallback>{P(R("Room 204"))}</mc:Fallback></mc:AlternateContent>"));
}
