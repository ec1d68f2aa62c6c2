using System.IO.Compression;
using System.Text;
using TechPlan.Functions.Forms.Pdf;
using TechPlan.Functions.Forms.Reading;
using TechPlan.Functions.Tests.Forms.Fuzz;

namespace TechPlan.Functions.Tests.Forms.Pdf;

/// <summary>MG-05: what a PDF's fields hold, and that no file takes the reader out of its bounds.</summary>
[Collection(PlaysAlone.Name)]
public sealed class PdfReaderTests
{
    private static readonly PdfReader Reader = new();

    [Fact]
    public void A_file_is_known_by_its_head_wherever_that_begins()
    {
        Assert.True(Reader.Takes("%PDF-1.7\n"u8));
        Assert.True(Reader.Takes("\uFEFF\r\n%PDF-1.4"u8));
        Assert.False(Reader.Takes("PK\u0003\u0004"u8));
        Assert.False(Reader.Takes([]));
    }

    [Theory]
    [InlineData("/V (Lincoln)", "Lincoln")]
    [InlineData("/V <FEFF004B006F015B0063>", "Kośc")]
    [InlineData(@"/V (a\(b\)\051 \303\nc)", "a(b)) Ã\nc")]
    [InlineData(@"/V (\220s)", "’s")]
    [InlineData("/V (one\rtwo)", "one\ntwo")]
    [InlineData("/RV (<body><p>First &amp; <b>second</b></p><p>third</p></body>)", "First & second\nthird")]
    [InlineData("/V /Chosen", "Chosen")]
    [InlineData("", "")]
    public void A_text_field_says_what_was_typed(string value, string typed)
    {
        var blank = Assert.IsType<FormPiece.Blank>(Pieces(Widget($"/FT /Tx /T (lead) /TU (Lead school) {value}"))[1]);

        Assert.Equal(typed, blank.Value);
    }

    [Fact]
    public void A_list_says_what_it_shows_rather_than_its_code()
    {
        var pieces = Pieces(Widget("/FT /Ch /T (school) /V (17) /Opt [[(16) (Oak Grove)] [(17) (Oak Ridge)]]"));

        Assert.Equal(new FormPiece.Blank("school", "Oak Ridge"), pieces[1]);
    }

    [Theory]
    [InlineData("/V /Ja /AS /Ja", true)]
    [InlineData("/V /Off /AS /Off", false)]
    [InlineData("/AS /Ja", true)]
    [InlineData("/V /Ja", true)]
    [InlineData("", false)]
    public void A_box_is_ticked_by_any_state_but_off(string state, bool ticked)
    {
        var pieces = Pieces(Widget($"/FT /Btn /T (assign) {state} /AP << /N << /Ja 9 0 R /Off 9 0 R >> >>"));

        Assert.Equal(new FormPiece.Box("assign", ticked), pieces[^1]);
    }

    [Fact]
    public void Of_a_group_the_chosen_option_is_named()
    {
        var file = Pdf(
            "<< /Fields [5 0 R] >>",
            [6, 7],
            (5, "<< /FT /Btn /Ff 32768 /T (sip) /V /1 /Opt [(Yes) (No)] /Kids [6 0 R 7 0 R] >>"),
            (6, Widget("/Parent 5 0 R /AS /Off /AP << /N << /0 9 0 R /Off 9 0 R >> >>")),
            (7, Widget("/Parent 5 0 R /AS /1 /AP << /N << /1 9 0 R /Off 9 0 R >> >>")));

        Assert.Equal(new FormPiece.Blank("sip", "No"), Assert.Single(Lines(file)).Pieces[1]);
    }

    [Fact]
    public void Names_of_nested_fields_are_joined_and_values_inherited()
    {
        var file = Pdf(
            "<< /Fields [5 0 R] >>",
            [6],
            (5, "<< /T (meeting) /FT /Tx /V (10/14/26) /Kids [6 0 R] >>"),
            (6, Widget("/T (date) /Parent 5 0 R")));

        var line = Assert.Single(Lines(file));

        Assert.Equal<FormPiece>([new FormPiece.Text("meeting date"), new FormPiece.Blank("meeting.date", "10/14/26")], line.Pieces);
    }

    [Fact]
    public void Fields_come_from_the_top_down_and_from_left_to_right()
    {
        var file = Pdf(
            "<< /Fields [5 0 R 6 0 R 7 0 R] >>",
            [5, 6, 7],
            (5, "<< /Subtype /Widget /FT /Tx /T (third) /Rect [50 600 200 620] >>"),
            (6, "<< /Subtype /Widget /FT /Tx /T (second) /Rect [300 700 400 720] >>"),
            (7, "<< /Subtype /Widget /FT /Tx /T (first) /Rect [50 700 200 720] >>"));

        Assert.Equal(["first", "second", "third"], Lines(file).Select(line => ((FormPiece.Blank)line.Pieces[1]).Name));
    }

    [Theory]
    [InlineData("Text12")]
    [InlineData("undefined_3")]
    [InlineData("Check Box 4")]
    public void A_name_that_a_program_counted_says_nothing(string name) =>
        Assert.Null(Pieces(Widget($"/FT /Tx /T ({name}) /TU (Lead school) /V (x)")).OfType<FormPiece.Blank>().Single().Name);

    [Fact]
    public void What_is_changed_at_the_end_of_a_file_counts()
    {
        var file = Encoding.Latin1.GetString(Pdf("<< /Fields [5 0 R] >>", [5], (5, Widget("/FT /Tx /T (lead) /V (before)"))));

        var changed = Encoding.Latin1.GetBytes(file + $"\n5 0 obj\n{Widget("/FT /Tx /T (lead) /V (after)")}\nendobj\n");

        Assert.Equal("after", ((FormPiece.Blank)Assert.Single(Lines(changed)).Pieces[1]).Value);
    }

    [Fact]
    public void A_file_cut_short_is_read_as_far_as_it_goes_or_refused()
    {
        var file = Pdf("<< /Fields [5 0 R] >>", [5], (5, Widget("/FT /Tx /T (lead) /V (Lincoln)")));

        Assert.All(Enumerable.Range(0, file.Length), length => Reader.Read(file.AsMemory(0, length)));
        Assert.Equal(Why(UnreadableFile.Damaged), Reader.Read(file.AsMemory(0, 20)));
    }

    [Fact]
    public void A_file_without_fields_is_answered_as_a_scan() =>
        Assert.Equal(Why(UnreadableFile.Picture), Reader.Read(Pdf("<< /Fields [] >>", [])));

    [Fact]
    public void A_file_with_a_password_is_named_so()
    {
        var file = Encoding.Latin1.GetString(Pdf("<< /Fields [] >>", [])).Replace("/Root", "/Encrypt 9 0 R /Root", StringComparison.Ordinal);

        Assert.Equal(Why(UnreadableFile.Protected), Reader.Read(Encoding.Latin1.GetBytes(file)));
    }

    [Fact]
    public void Trees_that_lead_back_to_themselves_end()
    {
        var file = Pdf(
            "<< /Fields [5 0 R] >>",
            [5],
            (2, "<< /Type /Pages /Kids [2 0 R 3 0 R 3 0 R] >>"),
            (5, Widget("/FT /Tx /T (a) /Parent 6 0 R /V (x)")),
            (6, "<< /T (b) /Parent 5 0 R /Kids [5 0 R 6 0 R] /V 6 0 R >>"),
            (8, "8 0 R"));

        Assert.IsType<FileReading.Document>(Reader.Read(file));
    }

    [Fact]
    public void More_fields_than_any_form_has_are_too_many()
    {
        var numbers = Enumerable.Range(100, 5000).ToArray();
        var file = Pdf("<< >>", numbers, [.. numbers.Select(number => (number, Widget($"/FT /Tx /T (f{number})")))]);

        Assert.Equal(Why(UnreadableFile.TooLarge), Reader.Read(file));
    }

    [Theory]
    [InlineData("[")]
    [InlineData("<< /A ")]
    [InlineData("(")]
    [InlineData("1 0 obj ")]
    [InlineData("1 0 obj ( ")]
    [InlineData("1 0 obj << /A [ ")]
    [InlineData("1 0 obj << >> stream ")]
    [InlineData("trailer << ")]
    [InlineData("trailer (")]
    [InlineData("<<<")]
    public void A_file_of_nothing_but_beginnings_is_done_with_quickly(string beginning)
    {
        var file = Encoding.ASCII.GetBytes("%PDF-1.7\n" + string.Concat(Enumerable.Repeat(beginning, 9_000_000 / beginning.Length)));

        AssertQuick(() => Assert.IsType<FileReading.Unreadable>(Reader.Read(file)));
    }

    [Fact]
    public void A_bomb_of_packed_objects_is_not_unpacked()
    {
        var bomb = new MemoryStream();
        using (var zlib = new ZLibStream(bomb, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (var megabyte = 0; megabyte < 200; megabyte++)
            {
                zlib.Write(new byte[1024 * 1024]);
            }
        }

        var packed = Encoding.Latin1.GetString(bomb.ToArray());
        var stream = $"<< /Type /ObjStm /N 1 /First 10 /Filter /FlateDecode /Length {packed.Length} >>\nstream\n{packed}\nendstream";
        var file = Pdf("<< >>", [], [.. Enumerable.Range(20, 40).Select(number => (number, stream))]);

        AssertQuick(() => Assert.Equal(Why(UnreadableFile.TooLarge), Reader.Read(file)));
    }

    private static void AssertQuick(Action read)
    {
        var start = Environment.CpuUsage.TotalTime;
        read();
        Assert.InRange((Environment.CpuUsage.TotalTime - start).TotalSeconds, 0, 2);
    }

    private static FileReading.Unreadable Why(UnreadableFile why) => new(why);

    private static string Widget(string more) => $"<< /Type /Annot /Subtype /Widget /Rect [50 700 200 720] {more} >>";

    private static IReadOnlyList<FormPiece> Pieces(string widget) => Assert.Single(Lines(Pdf("<< /Fields [5 0 R] >>", [5], (5, widget)))).Pieces;

    private static IReadOnlyList<FormBlock.Line> Lines(byte[] file) =>
        [.. Assert.IsType<FileReading.Document>(Reader.Read(file)).Form.Blocks.Cast<FormBlock.Line>()];

    private static byte[] Pdf(string form, int[] widgets, params (int Number, string Content)[] objects)
    {
        var file = new StringBuilder("%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R /AcroForm 4 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n");
        file.Append(System.Globalization.CultureInfo.InvariantCulture, $"3 0 obj\n<< /Type /Page /Parent 2 0 R /Annots [{string.Join(' ', widgets.Select(widget => $"{widget} 0 R"))}] >>\nendobj\n4 0 obj\n{form}\nendobj\n");
        foreach (var (number, content) in objects)
        {
            file.Append(System.Globalization.CultureInfo.InvariantCulture, $"{number} 0 obj\n{content}\nendobj\n");
        }

        return Encoding.Latin1.GetBytes(file.Append("trailer\n<< /Root 1 0 R >>\n%%EOF\n").ToString());
    }
}
