using System.Text;
using TechPlan.Local.Mail.Mime;

namespace TechPlan.Local.Tests.Mail.Mime;

public sealed class MimeMailTests
{
    public static TheoryData<string, string> Subjects => new()
    {
        { "Plain", "Plain" },
        { "=?utf-8?Q?Gr=C3=BC=C3=9Fe?=", "Grüße" },
        { "=?UTF-8?B?R3LDvMOfZQ==?=", "Grüße" },
        { "=?iso-8859-15?Q?5_=A4?= today", "5 € today" },
        { "=?utf-8?Q?one?=\r\n =?utf-8?Q?_two?=", "one two" },
        { "=?utf-8?B?R3LD?= =?utf-8?B?vMOfZQ==?=", "Grüße" },
        { "=?x-unknown?Q?caf=E9?=", "café" },
        { "=?utf-8*de?Q?ja?=", "ja" },
        { "=?utf-8?X?broken?=", "=?utf-8?X?broken?=" },
        { "folded\r\n\tsubject", "folded subject" },
        { "\r\n begins late", "begins late" },
    };

    [Theory]
    [MemberData(nameof(Subjects))]
    public void A_subject_is_read(string written, string read) =>
        Assert.Equal(read, Read($"Subject: {written}\r\n\r\n").Subject);

    public static TheoryData<string, string> FileNames => new()
    {
        { "attachment; filename=\"plan.docx\"", "plan.docx" },
        { "attachment; filename=my plan.docx", "my plan.docx" },
        { "attachment; filename*=utf-8''F%C3%B6rderung%20a.docx", "Förderung a.docx" },
        { "attachment; filename=\"plain.docx\"; filename*=iso-8859-1''b%FC.docx", "bü.docx" },
        { "attachment; filename*0*=utf-8''F%C3%B6; filename*1=\"rde\"; filename*2=rung.docx", "Förderung.docx" },
        { "attachment; filename=\"=?utf-8?Q?F=C3=B6rm.docx?=\"", "Förm.docx" },
        { "attachment; filename=\"a\\\"b.docx\"", "a\"b.docx" },
        { "attachment; filename=\"C:\\forms\\a.docx\"", "C:\\forms\\a.docx" },
        { "attachment", "ATT00001.pdf" },
    };

    [Theory]
    [MemberData(nameof(FileNames))]
    public void The_name_of_a_file_is_read(string disposition, string name) =>
        Assert.Equal(name, Assert.Single(Read($"Content-Type: application/pdf\r\nContent-Disposition: {disposition}\r\n\r\nx").Files).Name);

    public static TheoryData<string, byte[], string> Texts => new()
    {
        { "text/plain; charset=utf-8", "Grüße"u8.ToArray(), "Grüße" },
        { "text/plain; charset=iso-8859-1", [0x47, 0xFC], "Gü" },
        { "text/plain; charset=iso-8859-15", [0xA4], "€" },
        { "text/plain; charset=windows-1252", [0x93, 0x61, 0x94], "“a”" },
        { "text/plain; charset=utf-16", [0xFF, 0xFE, 0x61, 0x00], "a" },
        { "text/plain; charset=us-ascii", [0xFC], "ü" },
        { "text/plain; charset=nonsense", [0xFC], "ü" },
        { "text/plain", "ü"u8.ToArray(), "ü" },
        { "", "bare"u8.ToArray(), "bare" },
        { "text/plain; format=flowed", "one \r\ntwo\r\n> a \r\n> b\r\n-- \r\n"u8.ToArray(), "one two\n> a b\n-- " },
        { "text/plain; format=flowed; delsp=yes", "one \r\ntwo"u8.ToArray(), "onetwo" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_is_read_in_its_character_set(string type, byte[] bytes, string text) =>
        Assert.Equal(text, MimeMail.Read((byte[])[.. Encoding.ASCII.GetBytes($"Content-Type: {type}\r\n\r\n"), .. bytes]).Body.Text);

    public static TheoryData<string, string, string> Encodings => new()
    {
        { "base64", "SGVsbG8=", "Hello" },
        { "base64", "SGVs\r\nbG8", "Hello" },
        { "base64", "SGVs!bG8=SGk=", "HelloHi" },
        { "quoted-printable", "a=3Db=\r\nc  \r\nd=ZZ=", "a=bc\r\nd=ZZ" },
        { "8bit", "ü", "ü" },
        { "x-unknown", "kept", "kept" },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_transfer_encoding_is_undone(string encoding, string written, string read) =>
        Assert.Equal(read, Read($"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n{written}").Body.Text);

    [Fact]
    public void Text_html_picture_and_form_are_told_apart()
    {
        var mail = Read("""
            Content-Type: multipart/mixed; boundary="outer"

            --outer
            Content-Type: multipart/related; boundary=rel

            --rel
            Content-Type: multipart/alternative; boundary=alt

            --alt
            Content-Type: text/plain

            Hello
            --alt
            Content-Type: text/html

            <p>Hello</p>
            --alt--
            --rel
            Content-Type: image/png
            Content-ID: <logo@x>

            x
            --rel--
            --outer
            Content-Type: text/plain; name=notes.txt

            a file
            --outer
            Content-Type: text/plain

            Footer
            --outer--
            """.ReplaceLineEndings("\r\n"));

        Assert.Equal("Hello\nFooter", mail.Body.Text);
        Assert.Equal("<p>Hello</p><pre>Footer</pre>", mail.Body.Html);
        Assert.Equal([("ATT00001.png", true), ("notes.txt", false)], mail.Files.Select(file => (file.Name, file.IsInline)));
    }

    [Theory]
    [InlineData("a@example.org", "", "a@example.org")]
    [InlineData("\"Eriksen, Aaron\" <a@example.org>", "Eriksen, Aaron", "a@example.org")]
    [InlineData("a@example.org (Aaron)", "Aaron", "a@example.org")]
    [InlineData("=?utf-8?Q?J=C3=BCrgen?= <a@example.org>", "Jürgen", "a@example.org")]
    [InlineData("Team: a@example.org;", "", "a@example.org")]
    [InlineData("nobody, Aaron <a@example.org>", "Aaron", "a@example.org")]
    [InlineData("<a@example.org", "", "a@example.org")]
    public void A_person_is_read(string header, string name, string address) =>
        Assert.Equal(new MimeAddress(name, address), Assert.Single(MimeAddressList.Parse(header)));

    [Fact]
    public void Undisclosed_recipients_are_nobody() => Assert.Empty(MimeAddressList.Parse("undisclosed-recipients:;"));

    [Theory]
    [InlineData("Wed, 14 Oct 2026 09:30:00 -0500", "2026-10-14T14:30:00Z")]
    [InlineData("14 Oct 26 9:30 EDT", "2026-10-14T13:30:00Z")]
    [InlineData("Wed, 14 October 2026 09:30:00 GMT (Greenwich)", "2026-10-14T09:30:00Z")]
    [InlineData("Wed, 34 Oct 2026 09:30:00 +0000", null)]
    [InlineData("yesterday", null)]
    [InlineData("01 Jan 0001 00:00:00 +1400", null)]
    public void A_date_is_read(string header, string? expected) =>
        Assert.Equal(expected is null ? null : DateTimeOffset.Parse(expected, null), MimeDate.Parse(header));

    [Fact]
    public void The_nearest_mail_answered_comes_first() =>
        Assert.Equal(["<c@x>", "<c@x>", "<b@x>", "<a@x>"], Read("In-Reply-To: <c@x>\r\nReferences: <a@x> <b@x>\r\n\t<c@x>\r\n\r\n").Answers);

    [Fact]
    public void What_was_written_is_read_again()
    {
        var written = MimeWriter.Write(new OutgoingMime("1", [new("Subject", "Grüße"), new("From", MimeWriter.Person(new("Jürgen", "j@example.org")))], "Zwölf", IsHtml: false, [new("Förm.docx", "application/x", new byte[] { 1, 2, 3 })]));

        var mail = MimeMail.Read(written);

        Assert.Equal(("Grüße", "Zwölf", "Förm.docx"), (mail.Subject, mail.Body.Text, mail.Files[0].Name));
        Assert.Equal(new MimeAddress("Jürgen", "j@example.org"), Assert.Single(mail.Addresses("From")));
        Assert.Equal([1, 2, 3], mail.Files[0].Part.Content().ToArray());
    }

    private static MimeMail Read(string mail) => MimeMail.Read(Encoding.UTF8.GetBytes(mail));
}
