using System.Text;
using TechPlan.Functions.Tests.Forms.Fuzz;
using TechPlan.Local.Mail.Mime;
using Xunit.Abstractions;

namespace TechPlan.Local.Tests.Mail.Mime;

/// <summary>Whatever the bytes, a mail comes out, soon.</summary>
[Collection(PlaysAlone.Name)]
public sealed class MimeFuzzTests(ITestOutputHelper output)
{
    private static readonly byte[][] Sound =
    [
        Mail("""
            Return-Path: <a@example.org>
            From: "A, B" <a@example.org>
            Date: Wed, 14 Oct 2026 09:30:00 -0500
            Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?= =?iso-8859-1?B?/A==?=
            References: <a@x> <b@x>
            Content-Type: multipart/mixed; boundary="B"

            --B
            Content-Type: text/plain; format=flowed; delsp=yes; charset=utf-16

            a b 
            > c
            --B
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            <p>=C3=BC=
            </p>
            --B
            Content-Type: application/pdf
            Content-Disposition: attachment; filename*0*=utf-8''%C3; filename*1*=%BC.pdf
            Content-Transfer-Encoding: base64

            SGVsbG8=
            --B--
            """),
        Mail("""
            Message-ID: <1@x>
            In-Reply-To: <0@x>
            To: Team: a@example.org, =?utf-8?B?w7w=?= <b@example.org>;
            Subject: folded
             twice
            	over
            Content-Type: multipart/related; boundary=R

            --R
            Content-Type: multipart/alternative; boundary=RA

            --RA
            Content-Type: text/plain

            Hello
            --RA--
            --R
            Content-Type: message/rfc822

            From: c@example.org
            Subject: inside

            Bye
            --R--
            """),
    ];

    private static readonly Mutations Broken = new(Sound, FuzzRun.Seed, "\r\n\r\n", "--B", "--B--", "=?utf-8?Q?", "?=", "filename*", "boundary=", "base64", "charset=", "<", ">", "\"", "(", "\\");

    [Fact]
    public void Fuzz_of_the_mail() => new FuzzRun(output).Play(Broken.Mutant, ReadAll);

    public static TheoryData<string, string> Hostile => new()
    {
        { "nested", string.Concat(Enumerable.Range(0, 3000).Select(depth => $"Content-Type: multipart/mixed; boundary={depth}\r\n\r\n--{depth}\r\n")) },
        { "parts", "Content-Type: multipart/mixed; boundary=B\r\n\r\n" + string.Concat(Enumerable.Repeat("--B\r\n\r\nx\r\n", 200_000)) },
        { "headers", string.Concat(Enumerable.Repeat("X: y\r\n", 200_000)) },
        { "folded", "Subject: " + string.Concat(Enumerable.Repeat("x\r\n ", 300_000)) },
        { "words", "Subject: " + string.Concat(Enumerable.Repeat("=?a?Q?", 100_000)) },
        { "addresses", "From: " + string.Concat(Enumerable.Repeat("a@b,", 200_000)) },
        { "parameters", "Content-Type: text/plain" + string.Concat(Enumerable.Repeat("; a*1*=%", 100_000)) },
        { "delimiters", "Content-Type: multipart/mixed; boundary=B\r\n\r\n" + string.Concat(Enumerable.Repeat("--Bx", 500_000)) },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_mail_made_to_exhaust_its_reader_is_read_soon(string name, string mail)
    {
        var start = Environment.CpuUsage.TotalTime;

        ReadAll(Encoding.ASCII.GetBytes(mail));

        var taken = Environment.CpuUsage.TotalTime - start;
        Assert.True(taken.TotalMilliseconds < FuzzRun.MostMilliseconds, $"{name} took {taken}.");
    }

    private static byte[] Mail(string text) => Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n"));

    private static void ReadAll(byte[] bytes)
    {
        var mail = MimeMail.Read(bytes);
        _ = (mail.Subject, mail.Date, mail.MessageId, mail.Answers, mail.Addresses("From"), mail.Addresses("To"), mail.Body.Text, mail.LooksLikeMail);
        Assert.All(mail.Files, file => _ = (file.Name, file.IsInline, file.Address, file.Part.Content().Length));
    }
}
