using System.Text;
using TechPlan.Functions.Mailbox;
using TechPlan.Functions.Mailbox.Parse;

namespace TechPlan.Functions.Tests.Mailbox.Parse;

public sealed class ParsedMailTests
{
    private static readonly DateTimeOffset Now = new(2099, 9, 8, 15, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_mail_has_everything_that_the_post_has()
    {
        var mail = await ReadAsync(ParseForm.Mail(subject: "AW: MG-7KQ4D-2M9XA approved")
            .Field("html", "<p>See <img src='cid:logo@1'></p>")
            .Field("attachment-info", """{"attachment1":{"filename":"Antrag für mich.docx","type":"application/vnd.openxmlformats"},"attachment2":{"filename":"logo.png","type":"image/png","content-id":"logo@1"}}""")
            .File("attachment1", "form.docx", "application/octet-stream", [1, 2, 3])
            .File("attachment2", "logo.png", "image/png", [4]));

        Assert.NotNull(mail);
        Assert.Equal(("abc@example.org", "dana.field@example.org", "Dana Field"), (mail.MessageId, mail.From?.Value, mail.FromName));
        Assert.Equal(("The form is attached.\r\n", "MG-7KQ4D-2M9XA", Now), (mail.Text, mail.About?.Value, mail.ReceivedAt));
        Assert.Equal(["by mx0047\tfor <intake@parse.example.org>"], mail.HeaderValues("received"));
        Assert.Equal(["kept"], mail.HeaderValues("X-Odd"));
        Assert.Equal([("Antrag für mich.docx", 3, false), ("logo.png", 1, true)], mail.Files.Select(file => (file.Name, file.Size, file.IsInline)));
        Assert.Equal([1, 2, 3], mail.Files[0].Content!.Value.ToArray());
        Assert.Null(mail.GraphId);
    }

    [Theory]
    [InlineData("iso-8859-1", "Zoë")]
    [InlineData("windows-1252", "Zoë “quoted” – dash")]
    [InlineData("utf-8", "Zoë 学校")]
    [InlineData("shift_jis", "学校")]
    [InlineData("koi8-r", "школа")]
    [InlineData("utf-16", "Zoë")]
    public async Task A_text_is_read_in_the_character_set_of_its_author(string charset, string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var mail = await ReadAsync(ParseForm.Mail().Field("html", Encoding.GetEncoding(charset).GetBytes(text)).Field("charsets", $$"""{"html":"{{charset}}","text":"utf-8"}"""));

        Assert.Equal(text, mail!.Html);
    }

    [Theory]
    [InlineData("""{"html":"no-such-set"}""")]
    [InlineData("""{"html":"utf-7"}""")]
    [InlineData("""{"html":"us-ascii"}""")]
    [InlineData("""{"html":7}""")]
    [InlineData("""["html"]""")]
    [InlineData("""{"html":"utf-8","html":"utf-8"}""")]
    [InlineData("""{"html":"\ud800"}""")]
    [InlineData("not json")]
    public async Task A_character_set_that_is_none_does_no_harm(string charsets)
    {
        Assert.Equal("Zoë", (await ReadAsync(ParseForm.Mail().Field("html", "Zoë").Field("charsets", charsets)))!.Html);
        Assert.Equal("Zoë", (await ReadAsync(ParseForm.Mail().Field("html", Encoding.Latin1.GetBytes("Zoë")).Field("charsets", charsets)))!.Html);
    }

    [Fact]
    public async Task What_the_sender_says_of_his_own_authenticity_is_replaced_by_SendGrids_findings()
    {
        var mail = await ReadAsync(new ParseForm()
            .Field("headers", "Authentication-Results: spf=pass smtp.mailfrom=example.org; dmarc=pass\r\nMessage-ID: <1@x>\r\nauthentication-results: mx.example.org;\r\n dkim=pass header.d=example.org\r\n")
            .Field("from", "dana.field@example.org").Field("SPF", "softfail").Field("dkim", "{@evil.example : pass}{@other.example : fail}")
            .Field("envelope", """{"from":"x@evil.example"}"""));

        Assert.Equal(
            ["spf=softfail smtp.mailfrom=x@evil.example; dkim=pass header.d=evil.example; dkim=fail header.d=other.example"], mail!.HeaderValues("Authentication-Results"));
        Assert.Equal("Authentication-Results", mail.Headers[0].Name);
    }

    [Theory]
    [InlineData("x@evil.example; dkim=pass header.d=example.org")]
    [InlineData("x@evil.example\r\nX: y")]
    [InlineData("")]
    public async Task An_envelope_cannot_add_findings(string from)
    {
        var mail = await ReadAsync(ParseForm.Mail().Field("dkim", "none")
            .Field("envelope", System.Text.Json.JsonSerializer.Serialize(new { from })));

        Assert.DoesNotContain("evil", Assert.Single(mail!.HeaderValues("Authentication-Results")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dana.field@example.org", "dana.field@example.org", "")]
    [InlineData("\"Field, Dana\" <dana.field@example.org>", "dana.field@example.org", "Field, Dana")]
    [InlineData("Dana, of School 12 <dana.field@example.org>", "dana.field@example.org", "Dana, of School 12")]
    [InlineData("<>", null, "")]
    [InlineData("nobody", null, "")]
    public async Task The_author_is_found_however_it_is_written(string from, string? address, string name)
    {
        var mail = await ReadAsync(ParseForm.Mail(from: from));

        Assert.Equal((address, name), (mail!.From?.Value, mail.FromName));
    }

    [Fact]
    public async Task A_mail_without_id_has_the_same_one_each_time()
    {
        var first = await ReadAsync(ParseForm.Mail(messageId: ""));
        var again = await ReadAsync(ParseForm.Mail(messageId: "<>"));
        var same = await ReadAsync(ParseForm.Mail(messageId: ""));

        Assert.EndsWith("@no-message-id.invalid", first!.MessageId, StringComparison.Ordinal);
        Assert.Equal(first.MessageId, same!.MessageId);
        Assert.NotEqual(first.MessageId, again!.MessageId);
    }

    [Fact]
    public async Task What_ends_early_or_is_no_form_is_not_taken_for_a_mail()
    {
        var whole = ParseForm.Mail().File("attachment1", "a", "b/c", new byte[1000]).ToArray();

        Assert.Null(ParsedMail.Of(await ParsePost.ReadAsync(whole.AsMemory(..^500), ParseForm.ContentType, default), Now));
        Assert.Null(ParsedMail.Of(await ParsePost.ReadAsync(whole, "application/json", default), Now));
        Assert.Null(ParsedMail.Of(await ParsePost.ReadAsync(whole, "multipart/form-data", default), Now));
        Assert.Null(ParsedMail.Of(await ParsePost.ReadAsync(default, ParseForm.ContentType, default), Now));
        Assert.Null(await ReadAsync(new ParseForm().Field("text", "no head")));
    }

    [Fact]
    public async Task Ten_thousand_mutations_of_a_post_are_read_without_an_exception()
    {
        var random = new Random(11);
        var whole = ParseForm.Mail().Field("charsets", """{"text":"iso-8859-1"}""").Field("attachment-info", """{"attachment1":{"filename":"a.docx"}}""")
            .File("attachment1", "a.docx", "x/y", new byte[50]).ToArray();
        for (var i = 0; i < 10_000; i++)
        {
            var mutated = (byte[])whole.Clone();
            for (var changes = random.Next(1, 5); changes > 0; changes--)
            {
                mutated[random.Next(mutated.Length)] = (byte)random.Next(256);
            }

            _ = ParsedMail.Of(await ParsePost.ReadAsync(mutated, ParseForm.ContentType, default), Now);
        }
    }

    private static async Task<InboundMail?> ReadAsync(ParseForm form) => ParsedMail.Of(await ParsePost.ReadAsync(form.ToArray(), ParseForm.ContentType, default), Now);
}
