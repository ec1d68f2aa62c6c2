using System.Text;
using static TechPlan.Functions.Tests.Forms.Word.Xml;

namespace TechPlan.Functions.Tests.Forms.Word;

public sealed class TextTests
{
    [Fact]
    public void Tabs_and_breaks_are_kept_and_odd_blanks_are_blanks() =>
        Assert.Equal(["Start:\t3:30\nEnd: 5-30"],
            WordReading.Of(P("<w:r><w:t>Start:</w:t><w:tab/><w:t>3:30</w:t><w:br/><w:t>End:&#xA0;5</w:t><w:noBreakHyphen/><w:t>&#x200B;30</w:t></w:r>")));

    [Fact]
    public void What_was_deleted_or_hidden_is_not_read_and_what_was_inserted_is() =>
        Assert.Equal(["Room 204 B"],
            WordReading.Of(P(
                R("Room "), "<w:del><w:r><w:delText>101</w:delText></w:r></w:del>", $"<w:ins>{R("204")}</w:ins>", R(" secret", "<w:vanish/>"), R(" B", "<w:vanish w:val=\"0\"/>"),
                $"<w:moveFrom>{R("moved away")}</w:moveFrom>")));

    [Fact]
    public void Links_and_tags_around_text_are_seen_through() =>
        Assert.Equal(["See School 044 now"],
            WordReading.Of(P(R("See "), $"<w:hyperlink r:id=\"rId9\">{R("School ")}<w:smartTag>{R("044")}</w:smartTag></w:hyperlink>", $"<w:customXml>{R(" now")}</w:customXml>")));

    [Theory]
    [InlineData("☐", " ")]
    [InlineData("☑", "x")]
    [InlineData("☒", "x")]
    [InlineData("□", " ")]
    [InlineData("🗹", "x")]
    public void A_drawn_box_is_a_box(string symbol, string mark) => Assert.Equal([$"Yes [{mark}:] No"], WordReading.Of(P(R($"Yes {symbol} No"))));

    [Theory]
    [InlineData("Wingdings", "F0A8", "[ :]")]
    [InlineData("Wingdings", "006F", "[ :]")]
    [InlineData("Wingdings", "F0FE", "[x:]")]
    [InlineData("Wingdings", "F0FD", "[x:]")]
    [InlineData("Wingdings 2", "F052", "[x:]")]
    [InlineData("Wingdings 2", "F0A3", "[ :]")]
    [InlineData("Wingdings", "F0FC", "✓")]
    [InlineData("Wingdings", "F04A", "")]
    [InlineData("Symbol", "F0B7", "")]
    [InlineData("Arial", "0041", "A")]
    [InlineData("Wingdings", "nonsense", "")]
    [InlineData("Wingdings", "D800", "")]
    public void A_symbol_of_a_picture_font_is_the_box_that_it_shows(string font, string number, string shown) =>
        Assert.Equal([$"Yes {shown}"], WordReading.Of(P(R("Yes "), $"""<w:r><w:sym w:font="{font}" w:char="{number}"/></w:r>""")));

    [Fact]
    public void A_letter_in_a_picture_font_is_what_it_shows() =>
        Assert.Equal(["Yes [x:] No [ :]"],
            WordReading.Of(P(R("Yes "), R("\u00FE", "<w:rFonts w:ascii=\"Wingdings\"/>"), R(" No "), R("\uF0A8", "<w:rFonts w:hAnsi=\"Wingdings\"/>"))));

    [Fact]
    public void Typed_boxes_stay_text() => Assert.Equal(["Yes [x] No (x) [ ]"], WordReading.Of(P(R("Yes [x] No (x) [ ]"))));

    [Fact]
    public void Reading_aids_and_comments_are_not_read() =>
        Assert.Equal(["東京"],
            WordReading.Of(P($"<w:r><w:ruby><w:rt>{R("とうきょう")}</w:rt><w:rubyBase>{R("東京")}</w:rubyBase></w:ruby></w:r>", "<w:commentRangeStart/><w:r><w:commentReference/></w:r>")));

    [Fact]
    public void Empty_paragraphs_are_left_out_and_lines_are_counted() =>
        Assert.Equal(["line 1: One", "line 2: Two"], WordReading.WithPlaces(new WordFile(P(R("One")) + P() + P(R("   ")) + P(R("Two")))));

    [Fact]
    public void The_strict_edition_of_the_format_is_read_the_same()
    {
        var file = new WordFile().Part("word/document.xml",
            """<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body><w:p><w:r><w:t>Room 204</w:t></w:r></w:p></w:body></w:document>""");

        Assert.Equal(["Room 204"], WordReading.Of(file));
    }

    [Fact]
    public void A_part_in_UTF_16_is_read() =>
        Assert.Equal(["Añejo"],
            WordReading.Of(new WordFile().Part("word/document.xml",
                [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(
                    """<?xml version="1.0" encoding="utf-16"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Añejo</w:t></w:r></w:p></w:body></w:document>""")])));
}
