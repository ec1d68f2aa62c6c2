using static TechPlan.Functions.Tests.Forms.Word.Xml;

namespace TechPlan.Functions.Tests.Forms.Word;

public sealed class ContentControlTests
{
    private const string DayFirst = """<w:date w:fullDate="2026-10-04T00:00:00Z"><w:dateFormat w:val="d/M/yyyy"/></w:date>""";
    private const string MonthFirst = """<w:date w:fullDate="2026-10-04T00:00:00Z"><w:dateFormat w:val="M/d/yyyy"/></w:date>""";

    [Fact]
    public void A_control_in_a_line_is_a_place_in_it() =>
        Assert.Equal(["Title: {Topic=Fractions} (short)"], WordReading.Of(P(R("Title: "), Sdt(Alias("Topic") + "<w:text/>", R("Frac") + R("tions")), R(" (short)"))));

    [Fact]
    public void A_control_around_paragraphs_is_a_place_of_its_own() =>
        Assert.Equal(["{Plan=One\nTwo}", "Next"], WordReading.Of(Sdt(Alias("Plan"), P(R("One")) + P(R("Two"))) + P(R("Next"))));

    [Fact]
    public void A_control_around_a_cell_is_the_cell() =>
        Assert.Equal(["| Room | {Room=204} | Plain |"],
            WordReading.Of(Tbl(Tr(Tc(P(R("Room"))), Sdt(Alias("Room") + "<w:text/>", Tc(P(R("204")))), Tc(P(R("Plain")))))));

    [Fact]
    public void A_control_around_rows_is_a_frame() =>
        Assert.Equal(["| School 044 | {Number=5} |", "| School 052 | {Number=6} |"],
            WordReading.Of(Tbl(Sdt(Alias("Partners"),
                Tr(Tc(P(R("School 044"))), Tc(P(Sdt(Alias("Number"), R("5"))))) + Sdt("", Tr(Tc(P(R("School 052"))), Tc(P(Sdt(Alias("Number"), R("6"))))))))));

    [Theory]
    [InlineData("1", "x")]
    [InlineData("true", "x")]
    [InlineData("on", "x")]
    [InlineData("0", " ")]
    [InlineData("false", " ")]
    public void A_check_box_is_ticked_or_not_whatever_is_drawn_in_it(string value, string mark) =>
        Assert.Equal([$"Yes [{mark}:Answer]"],
            WordReading.Of(P(R("Yes "), Sdt(Alias("Answer") + $"""<w14:checkbox><w14:checked w14:val="{value}"/></w14:checkbox>""", R("☐")))));

    [Fact]
    public void A_check_box_that_says_nothing_is_not_ticked() => Assert.Equal(["[ :]"], WordReading.Of(P(Sdt("<w14:checkbox/>", R("☐")))));

    [Fact]
    public void A_check_box_in_a_cell_of_its_own_is_a_box() =>
        Assert.Equal(["| Yes | [x:] |"],
            WordReading.Of(Tbl(Tr(Tc(P(R("Yes"))), Sdt("""<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>""", Tc(P(R("☒"))))))));

    [Theory]
    [InlineData("<w:showingPlcHdr/>", "Whatever it says")]
    [InlineData("<w:showingPlcHdr w:val=\"1\"/>", "Enter the school's name")]
    [InlineData("", "Click or tap here to enter text.")]
    [InlineData("", "Choose an item.")]
    [InlineData("", "Click or tap to enter a date.")]
    [InlineData("", "[Type here]")]
    public void A_placeholder_is_nothing_typed(string properties, string shown) => Assert.Equal(["{Title=}"], WordReading.Of(P(Sdt(Alias("Title") + properties, R(shown)))));

    [Theory]
    [InlineData("Choose your own adventure: stories with code")]
    [InlineData("Click, tap, type: keyboards for grade 2")]
    [InlineData("Enter the world of robots")]
    public void A_title_that_begins_like_a_placeholder_is_a_title(string title) => Assert.Equal([$"{{Title={title}}}"], WordReading.Of(P(Sdt(Alias("Title"), R(title)))));

    [Fact]
    public void A_placeholder_that_was_typed_over_counts_even_if_the_mark_says_off() =>
        Assert.Equal(["{Title=Fractions}"], WordReading.Of(P(Sdt(Alias("Title") + "<w:showingPlcHdr w:val=\"0\"/>", R("Fractions")))));

    [Theory]
    [InlineData("Standard", "Standard")]
    [InlineData("Choose a type", "")]
    [InlineData("Pick below", "")]
    public void A_list_is_its_entry_unless_that_asks_to_choose(string shown, string value) =>
        Assert.Equal([$"{{Type={value}}}"],
            WordReading.Of(P(Sdt(
                Alias("Type") + """<w:dropDownList><w:listItem w:displayText="Choose a type" w:value="none"/><w:listItem w:displayText="Pick below" w:value=""/><w:listItem w:displayText="Standard" w:value="standard"/></w:dropDownList>""",
                R(shown)))));

    [Theory]
    [InlineData(MonthFirst, "10/4/2026", "10/4/2026")]
    [InlineData(MonthFirst, "Oct. 5", "Oct. 5")]
    [InlineData(MonthFirst, "", "2026-10-04")]
    [InlineData(DayFirst, "4/10/2026", "2026-10-04")]
    [InlineData(DayFirst, "5/10/2026", "5/10/2026")]
    [InlineData("<w:date w:fullDate=\"nonsense\"/>", "Oct. 5", "Oct. 5")]
    [InlineData("<w:date w:fullDate=\"2026-13-45T00:00:00Z\"/>", "", "")]
    public void A_date_is_what_stands_there_unless_the_picked_day_says_the_same_more_clearly(string properties, string shown, string value) =>
        Assert.Equal([$"{{Day={value}}}"], WordReading.Of(P(Sdt(Alias("Day") + properties, R(shown)))));

    [Fact]
    public void Our_own_tag_goes_before_the_title_and_a_title_before_another_tag() =>
        Assert.Equal(["{session.date=1} {Date of session=2} {sessionDate=3} {=4}"],
            WordReading.Of(P(
                Sdt(Alias("Date of session") + Tag("session.date"), R("1")), R(" "), Sdt(Alias("Date of session") + Tag("x17"), R("2")), R(" "),
                Sdt(Tag("sessionDate"), R("3")), R(" "), Sdt(Alias("Text1") + Tag("Text1"), R("4")))));

    [Theory]
    [InlineData("<w:tag w:val=\"goog_rdk_0\"/>")]
    [InlineData("<w:docPartObj/>")]
    [InlineData("<w:group/>")]
    [InlineData("<w:lock w:val=\"sdtContentLocked\"/>")]
    public void A_control_that_nobody_can_fill_in_is_plain_text(string properties) =>
        Assert.Equal(["Lead school: School 044"], WordReading.Of(P(R("Lead "), Sdt(properties, R("school: ")), R("School 044"))));

    [Fact]
    public void A_control_around_other_places_is_a_frame() =>
        Assert.Equal(["Lead school: {School=School 044}", "Yes [x:] No [ :]", "| Room | 204 |", "After"],
            WordReading.Of(Sdt(Alias("Whole form"), P(R("Lead school: "), Sdt(Alias("School"), R("School 044"))) + P(R("Yes ☒ No ☐")) + Tbl(Tr(Tc(P(R("Room"))), Tc(P(R("204"))))))
                + P(R("After"))));

    [Fact]
    public void A_control_without_content_is_an_empty_place() => Assert.Equal(["{Title=}"], WordReading.Of(P($"<w:sdt><w:sdtPr>{Alias("Title")}</w:sdtPr></w:sdt>")));
}
