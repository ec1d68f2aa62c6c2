using TechPlan.Functions.Forms;
using TechPlan.Functions.Forms.Meaning;
using TechPlan.Functions.Forms.Reading;
using TechPlan.Functions.Forms.Text;

namespace TechPlan.Functions.Tests.Forms.Text;

[Trait("Rule", "MG-02")]
public sealed class MailTextReaderTests
{
    [Fact]
    public void Lines_of_label_and_answer_are_a_form()
    {
        var form = Form("Hi Mia,\n\nLead school: School 012\nTitle: Maps\nSession date: 10/14/26\nFollow-up plan: We meet.\nAnd we talk.\n\nBest,\nDana");

        Assert.Equal(("School 012", "Maps", "10/14/26", "We meet.\nAnd we talk."), (form["/leadSchool"], form["/title"], form["/session/date"], form["/followUp/plan"]));
        Assert.True(FormLikeness.LooksLikeTheForm(form));
    }

    [Theory]
    [InlineData("Hello Mia, thank you for the visit. See you at the meeting on Friday.\nTitle one schools are closed then.")]
    [InlineData("Title: Director\nPhone: 555-0100")]
    [InlineData("")]
    public void Any_other_mail_is_none(string text) => Assert.False(FormLikeness.LooksLikeTheForm(Form(text)));

    [Theory]
    [InlineData("Title: New\n\nOn Mon, Sep 14, 2026 at 9:00 AM Mia Stone <mia@example.org> wrote:\n> Title: Old\n> Lead school: School 012")]
    [InlineData("Title: New\n\n-----Original Message-----\nFrom: Mia\nSent: Monday\nTo: Dana\nSubject: Form\n\nTitle: Old\nLead school: School 012")]
    [InlineData("Title: New\n\nFrom: Mia Stone\nSent: Monday, September 14, 2026\nTo: Dana\nSubject: Form\n\nTitle: Old\nLead school: School 012")]
    [InlineData("Title: New\n-- \nDana Field\nLead school: School 012")]
    public void What_is_quoted_and_the_signature_are_left_out(string text)
    {
        var form = Form(text);

        Assert.Equal(("New", null), (form["/title"], form["/leadSchool"]));
    }

    [Fact]
    public void What_is_quoted_is_read_when_there_is_nothing_else() =>
        Assert.Equal("Old", Form("\n\nOn Mon, Sep 14, 2026 at 9:00 AM Mia wrote:\n> Title: Old\n")["/title"]);

    [Theory]
    [InlineData("FYI\n\n---------- Forwarded message ---------\nFrom: Dana <dana@example.org>\nDate: Mon, Sep 14, 2026\nSubject: Grant\nTo: Mia <mia@example.org>\n\nTitle: Maps\nLead school: School 012")]
    [InlineData("FYI\n\nBegin forwarded message:\n\n> From: Dana <dana@example.org>\n> Date: September 14, 2026\n> Subject: Grant\n>\n> Title: Maps\n> Lead school: School 012")]
    public void What_is_forwarded_is_read(string text)
    {
        var form = Form(text);

        Assert.Equal(("Maps", "School 012"), (form["/title"], form["/leadSchool"]));
        Assert.Null(form["/session/date"]);
    }

    [Fact]
    public void A_table_in_HTML_is_preferred_to_its_flattened_text()
    {
        var form = MailTextReader.Read("Lead school School 012 Title Maps", Table).Typed;

        Assert.Equal(("School 012", "Maps & more", "yes", "12 Main St"), (form["/leadSchool"], form["/title"], form["/reflectsSchoolImprovementPlan"], form["/location/address"]));
    }

    [Fact]
    public void Text_is_preferred_to_HTML_that_only_dresses_it_up() =>
        Assert.Equal("Text", MailTextReader.Read("Title: Text", "<p>Title: Html</p>").Typed["/title"]);

    [Fact]
    public void What_nobody_sees_is_not_read()
    {
        var form = MailTextReader.Read("", "<style>Title: a</style><script>Title: b</script><p style='display: none'>Title: c</p><p hidden>Title: d</p><!-- Title: e --><template>Title: f</template><p>Facilitator: Lee</p>").Typed;

        Assert.Equal("/facilitator", Assert.Single(form.Fields).Pointer);
    }

    [Fact]
    public void A_table_for_the_layout_is_no_table_of_answers()
    {
        var mail = MailTextReader.Read("", "<table><tr><td>logo</td><td><table><tr><td><p>Title: Maps</p><p>Facilitator: Lee</p></td></tr></table></td></tr></table>");

        Assert.All(mail.Document.Blocks, block => Assert.IsType<FormBlock.Line>(block));
        Assert.Equal("Maps", mail.Typed["/title"]);
    }

    [Fact]
    public void Fields_of_an_HTML_form_are_blanks_and_boxes()
    {
        var document = MailTextReader.Read("", "<p>Title: <input name='t' value='Maps'> <textarea>two\nlines</textarea><select><option>a<option selected>b</select><input type=checkbox name=c checked></p>").Document;

        Assert.Equal(
            [new FormPiece.Blank("t", "Maps"), new FormPiece.Blank(null, "two\nlines"), new FormPiece.Blank(null, "b"), new FormPiece.Box("c", true)],
            Assert.IsType<FormBlock.Line>(Assert.Single(document.Blocks)).Pieces.Where(piece => piece is not FormPiece.Text));
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b><i>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<p>Title: a</p>")]
    [InlineData("&lt;:")]
    [InlineData("<td>")]
    public void Neither_depth_nor_size_hurts(string part)
    {
        var mail = MailTextReader.Read("", string.Concat(Enumerable.Repeat(part, 20_000)));

        Assert.True(mail.Typed.Fields.Length < 100);
    }

    [Theory]
    [InlineData("Title: ")]
    [InlineData("a: ")]
    [InlineData("Lead scool: ")]
    [InlineData("3:30-")]
    [InlineData("10/14/26 ")]
    [InlineData("   ")]
    [InlineData("Yes [x] No [ ] ")]
    [InlineData("> ")]
    [InlineData("((((")]
    [InlineData("Name of School: x\n")]
    public void Neither_long_lines_nor_many_labels_hurt(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 100_000));

        Assert.True(MailTextReader.Read(text, html: null).Typed.Fields.Length < 1000);
    }

    [Theory]
    [InlineData("<b><i>")]
    [InlineData("<font size=1><p>")]
    [InlineData("<div>")]
    [InlineData("<table>a<b>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<a><div>")]
    [InlineData("<input value=x>")]
    public void Neither_depth_nor_open_tags_hurt(string part)
    {
        var html = "<p>Title: Maps</p>" + string.Concat(Enumerable.Repeat(part, 100_000));

        Assert.Equal("Maps", MailTextReader.Read("", html).Typed["/title"]);
    }

    private const string Table =
        "<table><tr><td>Lead school</td><td>School 012</td></tr><tr><td><b>Title</b></td><td>Maps &amp; more</td></tr><tr><td>Location</td><td>School 012<br>12 Main St<br>Room 4</td></tr>" +
        "<tr><td>Does the topic reflect your School Improvement Plan?</td><td><input type='checkbox' checked> Yes <input type='checkbox'> No</td></tr></table>";

    private static TypedForm Form(string text) => MailTextReader.Read(text, html: null).Typed;
}
