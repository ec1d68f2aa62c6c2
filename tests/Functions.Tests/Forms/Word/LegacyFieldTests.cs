using static TechPlan.Functions.Tests.Forms.Word.Xml;

namespace TechPlan.Functions.Tests.Forms.Word;

public sealed class LegacyFieldTests
{
    [Fact]
    public void A_text_field_stands_after_its_label() =>
        Assert.Equal(["Name of Lead School: {LeadSchool=School 044}  Participants: {=12}"],
            WordReading.Of(P(R("Name of Lead School: "), TextField("LeadSchool", R("School "), R("044")), R("  Participants: "), TextField("Text12", R("12")))));

    [Theory]
    [InlineData("     ")]
    [InlineData("   ")]
    [InlineData("__________")]
    [InlineData("Click here to enter text.")]
    [InlineData("")]
    public void A_text_field_that_nobody_typed_into_is_empty(string shown) => Assert.Equal(["{Title=}"], WordReading.Of(P(TextField("Title", R(shown)))));

    [Fact]
    public void An_instruction_may_be_split_over_runs() =>
        Assert.Equal(["{=School 044}"], WordReading.Of(P(Begin(), Instruction(" FO"), Instruction("RMTE"), Instruction("XT "), Separate, R("School 044"), End)));

    [Fact]
    public void What_was_typed_may_go_over_several_paragraphs_and_the_line_goes_on_after_it() =>
        Assert.Equal(["Plan: {Plan=First line\nSecond line\nThird} (end)", "Next"],
            WordReading.Of(P(R("Plan: "), Begin("<w:ffData><w:name w:val=\"Plan\"/><w:textInput/></w:ffData>"), Instruction("FORMTEXT"), Separate, R("First line"))
                + P(R("Second line")) + P(R("Third"), End, R(" (end)")) + P(R("Next"))));

    [Fact]
    public void A_field_within_a_field_is_part_of_what_the_outer_one_shows() =>
        Assert.Equal(["{Outer=before inner after}"],
            WordReading.Of(P(TextField("Outer", R("before "), TextField("Inner", R("inner")), R(" after")))));

    [Fact]
    public void A_field_of_another_kind_shows_plain_text_and_its_instruction_is_not_read() =>
        Assert.Equal(["Mail to office@example.org now"],
            WordReading.Of(P(R("Mail to "), Begin(), Instruction("HYPERLINK \"mailto:office@example.org\""), Separate, R("office@example.org"), End, R(" now"))));

    [Fact]
    public void A_form_field_within_the_condition_of_another_field_is_not_shown() =>
        Assert.Equal(["yes"], WordReading.Of(P(Begin(), Instruction("IF "), TextField("Hidden", R("x")), Instruction(" = \"x\" \"yes\" "), Separate, R("yes"), End)));

    [Theory]
    [InlineData("<w:checked/>", "x")]
    [InlineData("<w:checked w:val=\"1\"/>", "x")]
    [InlineData("<w:checked w:val=\"on\"/>", "x")]
    [InlineData("<w:checked w:val=\"true\"/>", "x")]
    [InlineData("<w:checked w:val=\"0\"/>", " ")]
    [InlineData("<w:default w:val=\"1\"/><w:checked w:val=\"false\"/>", " ")]
    [InlineData("<w:default w:val=\"1\"/>", "x")]
    [InlineData("<w:default w:val=\"0\"/>", " ")]
    [InlineData("", " ")]
    [InlineData("<w:checked w:val=\"nonsense\"/>", "x")]
    public void A_check_box_is_what_was_ticked_or_else_its_default(string state, string mark) =>
        Assert.Equal([$"Yes [{mark}:Approved]"], WordReading.Of(P(R("Yes "), CheckField("Approved", state))));

    [Theory]
    [InlineData("<w:result w:val=\"1\"/>", "SLC Level 1")]
    [InlineData("<w:result w:val=\"0\"/><w:default w:val=\"1\"/>", "Standard")]
    [InlineData("<w:default w:val=\"1\"/>", "SLC Level 1")]
    [InlineData("", "Standard")]
    [InlineData("<w:result w:val=\"7\"/>", "")]
    [InlineData("<w:result w:val=\"-1\"/>", "")]
    [InlineData("<w:result w:val=\"99999999999999\"/>", "Standard")]
    public void A_drop_down_is_what_was_chosen_or_else_its_default(string state, string chosen) =>
        Assert.Equal([$"{{={chosen}}}"], WordReading.Of(P(DropDownField(state, "Standard", "SLC Level 1"))));

    [Theory]
    [InlineData("Choose one")]
    [InlineData("-- Select --")]
    [InlineData("     ")]
    [InlineData("&lt;choose a type&gt;")]
    public void A_drop_down_that_still_asks_to_choose_is_empty(string first) =>
        Assert.Equal(["{=}"], WordReading.Of(P(DropDownField("", first, "SLC Level 1"))));

    [Fact]
    public void A_field_may_be_written_in_one_element() =>
        Assert.Equal(["{=School 044} {School=School 052} [x:]"],
            WordReading.Of(P(
                $"""<w:fldSimple w:instr=" FORMTEXT ">{R("School 044")}</w:fldSimple>""", R(" "),
                $"""<w:fldSimple w:instr="FORMTEXT \* MERGEFORMAT"><w:ffData><w:name w:val="School"/></w:ffData>{R("School 052")}</w:fldSimple>""", R(" "),
                """<w:fldSimple w:instr="FORMCHECKBOX"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldSimple>""")));

    [Fact]
    public void A_field_without_an_instruction_is_known_by_its_data() =>
        Assert.Equal(["{Room=204}"], WordReading.Of(P(Begin("<w:ffData><w:name w:val=\"Room\"/><w:textInput/></w:ffData>"), Separate, R("204"), End)));

    [Fact]
    public void A_text_that_waits_to_be_typed_over_is_an_empty_place() =>
        Assert.Equal(["Name: {=}"], WordReading.Of(P(R("Name: "), Begin(), Instruction("MACROBUTTON NoMacro [Click here and type your name]"), End)));

    [Fact]
    public void A_field_that_lost_its_end_ends_with_its_story() =>
        Assert.Equal(["| {=School 044} | 12 |"],
            WordReading.Of(Tbl(Tr(Tc(P(Begin(), Instruction("FORMTEXT"), Separate, R("School 044"))), Tc(P(R("12")))))));

    [Fact]
    public void A_field_that_lost_its_separator_does_not_hide_the_rest() =>
        Assert.Equal(["{=}", "Participants"], WordReading.Of(P(Begin(), Instruction("FORMTEXT")) + P(R("Participants"))));

    [Fact]
    public void Ends_and_separators_without_a_beginning_are_nothing() =>
        Assert.Equal(["Title Fractions"], WordReading.Of(P(End, R("Title "), Separate, R("Fractions"), End)));

    [Theory]
    [InlineData("Text12")]
    [InlineData("Check3")]
    [InlineData("Dropdown1")]
    [InlineData("CHECKBOX 4")]
    [InlineData("__Fieldmark__12_345678")]
    [InlineData("42")]
    [InlineData("")]
    public void A_name_that_a_program_gave_is_not_worth_reading(string name) => Assert.Equal(["{=1}"], WordReading.Of(P(TextField(name, R("1")))));
}
