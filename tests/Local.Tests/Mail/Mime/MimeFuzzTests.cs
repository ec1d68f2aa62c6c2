using System.Diagnostics;
using System.Text;
using TechPlan.Local.Mail.Mime;

namespace TechPlan.Local.Tests.Mail.Mime;

/// <summary>Whatever the bytes, a mail comes out, soon.</summary>
public sealed class MimeFuzzTests
{
    private const int Rounds = 20_000;
    private static readonly byte[] Sound = Encoding.UTF8.GetBytes("From: \"A, B\" <a@example.org>\r\nDate: Wed, 14 Oct 2026 09:30:00 -0500\r\nSubject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=\r\nReferences: <a@x> <b@x>\r\nContent-Type: multipart/mixed; boundary=\"B\"\r\n\r\n--B\r\nContent-Type: text/plain; format=flowed; charset=utf-16\r\n\r\na b \r\nc\r\n--B\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>=C3=BC=\r\n</p>\r\n--B\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename*0*=utf-8''%C3; filename*1*=%BC.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nSGVsbG8=\r\n--B--\r\n");

    [Fact]
    public void Broken_mails_are_read()
    {
        var random = new Random(1);
        for (var round = 0; round < Rounds; round++)
        {
            ReadAll(Break(random));
        }
    }

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
        var watch = Stopwatch.StartNew();

        ReadAll(Encoding.ASCII.GetBytes(mail));

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{name} took {watch.Elapsed}.");
    }

    private static byte[] Break(Random random)
    {
        var bytes = random.Next(20) == 0 ? new byte[random.Next(2000)] : [.. Sound];
        if (bytes.Length != Sound.Length)
        {
            random.NextBytes(bytes);
            return bytes;
        }

        for (var changes = random.Next(1, 12); changes > 0; changes--)
        {
            bytes[random.Next(bytes.Length)] = random.Next(2) == 0 ? (byte)random.Next(256) : (byte)"\r\n:;=\"<>()-B?* "[random.Next(15)];
        }

        return random.Next(4) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
    }

    private static void ReadAll(byte[] bytes)
    {
        var mail = MimeMail.Read(bytes);
        _ = (mail.Subject, mail.Date, mail.MessageId, mail.Answers, mail.Addresses("From"), mail.Body.Text, mail.LooksLikeMail);
        Assert.All(mail.Files, file => _ = (file.Name, file.IsInline, file.Address, file.Part.Content().Length));
    }
}
