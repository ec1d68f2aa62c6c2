using System.Globalization;
using System.Text;
using TechPlan.EndToEnd.Tests.Support;

namespace TechPlan.EndToEnd.Tests.BadMail;

/// <summary>Mails as nobody should send them, by name, each with where it must end and every letter that it must lead to.</summary>
internal sealed class BadMails(WordRequest form, DateTimeOffset now)
{
    public const string Victim = "victim@example.org";

    private const string Office = "learning.technologies@example.org";
    private const string Unreadable = "We could not read your request";
    private const string PassedOn = "We passed your mail on";

    private static readonly Dictionary<string, Func<BadMails, string, SampleMail>> Cases = new()
    {
        ["docx with ten gigabytes inside"] = (_, from) => NotRead(from, HostileFiles.Bomb()),
        ["docx with entities"] = (_, from) => NotRead(from, HostileFiles.Entities()),
        ["docx with a macro"] = (_, from) => NotRead(from, HostileFiles.Macro()),
        ["docx with a password"] = (_, from) => NotRead(from, HostileFiles.Password()),
        ["docx with five thousand fields"] = (_, from) => NotRead(from, HostileFiles.ThousandsOfFields()),
        ["docx that breaks off"] = (all, from) => NotRead(from, all.Form("School 101", "Broken")[..^900]),
        ["docx that refers to other machines"] = (_, from) => Answered(Eml.WithForm(from, "Elsewhere", HostileFiles.FromElsewhere())),
        ["thirty megabytes"] = (_, from) => NotRead(from, new byte[22 * 1024 * 1024]),
        ["nothing at all"] = (_, from) => new(new Eml(from, "Nothing") { Text = "" }, Mailbox.Processed, [new(from, "Your mail was empty", "")]),
        ["seven files, two of them forms"] = (all, _) => all.SevenFiles(District.ItlOf("School 102").Email),
        ["an unknown charset"] = (_, from) => Answered(new Eml(from, "Klingon") { TextType = "text/plain; charset=x-klingon", TextBytes = [0xFF, 0xFE, 0x80, (byte)'?'] }),
        ["bytes that are no UTF-8"] = (_, from) => Answered(new Eml(from, "Broken letters") { TextBytes = [(byte)'H', 0xC3, 0x28, 0xED, 0xA0, 0x80, (byte)'!'] }),
        ["UTF-16 text"] = (_, from) => Answered(new Eml(from, "Wide letters") { TextType = "text/plain; charset=utf-16le", TextBytes = Encoding.Unicode.GetBytes("Grüße aus der Schule?") }),
        ["a thousand controls in the subject"] = (_, from) => Answered(new Eml(from, $"Bells {new string('\a', 1000)}")),
        ["forty recipients"] = (_, from) => Answered(new Eml(from, "To everybody") { To = $"{Recipients(40)}, {Mailbox.Address}", Text = "A question to everybody." }),
        ["dates that do not exist"] = (all, _) => all.NoSuchDay("School 103"),
        ["headers in the subject and the name"] = (_, from) => Answered(
            new Eml($"{Word("Eve\r\nBcc: " + Victim)} <{from}>", Word("Hello\r\nBcc: " + Victim)) { Text = "A question." }, from, "Hello Bcc"),
        ["an out-of-office answer"] = (_, from) => Silent(new Eml(from, "Automatic reply: Your request") { Head = ["Auto-Submitted: auto-replied"] }, Mailbox.Processed),
        ["a mailing list"] = (_, from) => Silent(new Eml(from, "Our newsletter") { Head = ["List-Id: <news.example.org>", "Precedence: bulk"] }, Mailbox.Processed),
        ["one of our own mails"] = (_, from) => Silent(new Eml(from, "Looped") { Head = ["X-TechPlan-Mail: MG-00000-00000.submitter"] }, Mailbox.Processed),
        ["a delivery report about nothing of ours"] = (_, _) => Silent(
            new Eml("mailer-daemon@mail.example.org", "Undeliverable: Hello") { Head = ["Return-Path: <>", "X-Failed-Recipients: somebody@example.org"] }, Mailbox.NeedsAttention),
        ["a spoofed ITL"] = (all, _) => all.Spoofed("School 104"),
    };

    public static IEnumerable<string> Names => Cases.Keys;

    public SampleMail Named(string name) => Cases[name](this, $"sender.{string.Concat(name.Where(char.IsAsciiLetter))}@example.org");

    private static SampleMail NotRead(string from, byte[] file) => new(Eml.WithForm(from, "Bad file", file), Mailbox.Processed, [new(from, Unreadable, "")]);

    private static SampleMail Answered(Eml mail) => Answered(mail, mail.From, mail.Subject.Split(' ')[0]);

    private static SampleMail Answered(Eml mail, string from, string subject) =>
        new(mail, Mailbox.NeedsAttention, [new(from, PassedOn, ""), new(Office, subject, "please answer")]);

    private static SampleMail Silent(Eml mail, string folder) => new(mail, folder, []);

    private byte[] Form(string school, string title) => form.Filled(SampleRequest.Of(school, title, now));

    private SampleMail SevenFiles(string itl)
    {
        byte[] text = [.. "An agenda."u8];
        var mail = new Eml(itl, "Two requests")
        {
            Files =
            [
                new("agenda.txt", "text/plain", text),
                new("first.docx", EmlFile.Word, Form("School 102", "First of two")),
                new("logo.png", "image/png", [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]),
                new("letter.docx", EmlFile.Word, HostileFiles.FromElsewhere()),
                new("second.docx", EmlFile.Word, Form("School 102", "Second of two")),
                new("empty.docx", EmlFile.Word, []),
                new("notes.txt", "text/plain", text),
            ],
        };
        var specialist = District.SpecialistOf("School 102").Email;
        return new(mail, Mailbox.Processed,
        [
            new(itl, "First of two", "we have your request"),
            new(itl, "Second of two", "we have your request"),
            new(specialist, "First of two", "please decide"),
            new(specialist, "Second of two", "please decide"),
        ]);
    }

    private SampleMail NoSuchDay(string school)
    {
        var (itl, request) = (District.ItlOf(school).Email, SampleRequest.Of(school, "On no day", now));
        request["session"]!["date"] = string.Create(CultureInfo.InvariantCulture, $"2/30/{now.Year + 1}");
        request["followUp"]!["date"] = "Feb. 31";
        return new(Eml.WithForm(itl, "On no day", form.Filled(request)), Mailbox.Processed, [new(itl, "On no day", "please complete")]);
    }

    /// <summary>The real ITL is asked; whoever put her address on gets no answer.</summary>
    private SampleMail Spoofed(string school) => new(
        Eml.WithForm(District.ItlOf(school).Email, "Spoofed", Form(school, "Spoofed")) with { AuthenticationResults = Eml.Spoofed },
        Mailbox.Processed,
        [new(District.ItlOf(school).Email, "Spoofed", "please confirm")]);

    private static string Recipients(int count) =>
        string.Join(", ", Enumerable.Range(0, count).Select(nth => string.Create(CultureInfo.InvariantCulture, $"recipient{nth}@example.org")));

    /// <summary>Text of any kind as a head carries it (RFC 2047).</summary>
    private static string Word(string text) => $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}?=";
}
