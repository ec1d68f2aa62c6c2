using System.Collections.Immutable;
using TechPlan.Domain;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Correspondence.Paperwork;
using TechPlan.Functions.Correspondence.Reading;
using TechPlan.Functions.Mail.Rendering;
using TechPlan.Functions.Mail.Rendering.Letters;

namespace TechPlan.Functions.Correspondence.Letters;

/// <summary>What the office and the specialists are told about mail that came in.</summary>
internal sealed class StaffLetters(Stationery stationery)
{
    private const string Why = "You get this because your office runs the mini-grant program.";
    private const int LongestText = 2_000;
    private const int LongestSubject = 100;

    /// <summary>A mail that only a person can answer, quoted.</summary>
    /// <param name="grant">What it is about; null when it is about none.</param>
    internal MailContent PleaseAnswer(PersonalMail mail, MiniGrantId? id, MiniGrant.Known? grant) => stationery.Write(
        id is { } about ? $"Please answer: a mail about {about}" : $"Please answer: {Subject(mail)}",
        $"Please answer {PlainWords.Line(mail.Sender.Name)}: the mail is kept in the folder for mails that need attention.",
        grant is not null ? GrantLetters.About(grant) : id is not null ? $"It answers a mail about {id}." : "It is about no mini-grant that we know.",
        Why,
        WriteTo(mail),
        Head(mail),
        Quoted(mail),
        grant is null ? null : Standing(grant));

    /// <summary>A changed form for a request that was sent; whoever decides is told.</summary>
    internal MailContent FormChanged(PersonalMail mail, MiniGrant.Known grant, EmailAddress reader) => stationery.Write(
        $"A changed form came: {GrantLetters.Title(grant)} ({grant.Submission.Id})",
        $"Please look at the changed form that {PlainWords.Line(mail.Sender.Name)} sent: the request itself stays as it was.",
        GrantLetters.About(grant),
        "You get this because you decide about this request, or look after it.",
        new MailBlock.Paragraph("A request that was sent cannot be changed by mail. The form is kept with the mail in the folder for mails that need attention. To change the request, reject it with a note and ask for a new one."),
        new MailBlock.Button("See the request", stationery.Review(grant.Submission.Id, reader)),
        Head(mail),
        Quoted(mail),
        Standing(grant));

    /// <summary>Paperwork came in and was filed (MG-13).</summary>
    internal MailContent PaperworkCame(PersonalMail mail, MiniGrant.Known grant, ImmutableArray<PaperworkFile> files, EmailAddress reader) => stationery.Write(
        $"Paperwork came: {GrantLetters.Title(grant)} ({grant.Submission.Id})",
        $"Nothing to do now: {GrantLetters.Count(files.Length)} came as paperwork of this mini-grant.",
        GrantLetters.About(grant),
        Why,
        GrantLetters.FilesOf(files),
        new MailBlock.Link("See the mini-grant", stationery.Review(grant.Submission.Id, reader)),
        Head(mail),
        Quoted(mail));

    /// <summary>Somebody gets no more answers today.</summary>
    internal MailContent NoMoreAnswers(PersonalMail mail, int answers) => stationery.Write(
        $"Please look: many mails from {PlainWords.Line(mail.Sender.Name, 60)}",
        $"Please look at the mails of {PlainWords.Line(mail.Sender.Name)}: {answers} were answered today, so we answer no more before tomorrow.",
        "They are kept in the folder for mails that need attention.",
        Why,
        new MailBlock.Paragraph("Either two programs write to each other, or somebody needs a person’s help."),
        WriteTo(mail),
        Head(mail));

    private static MailBlock? WriteTo(PersonalMail mail) => mail.MayBeAnswered ? OfficeBlocks.WriteTo(mail.Sender, $"Re: {Subject(mail)}") : null;

    private static MailBlock Head(PersonalMail mail) => new MailBlock.Facts(
        "The mail",
        [
            new Fact("From", $"{PlainWords.Line(mail.Sender.Name)} ({mail.From}){(mail.MayBeAnswered ? "" : ", an address that was found not to be genuine")}"),
            new Fact("Subject", Subject(mail)),
            .. mail.Mail.Files.Where(file => !file.IsInline).Select(file => new Fact("Attached", $"{PlainWords.Line(file.Name, 80)}, {FileSize.Of(file.Size)}")).Take(25),
        ]);

    private static MailBlock? Quoted(PersonalMail mail) =>
        PlainWords.Lines(Cut(OwnWords.Of(mail.Mail.Text))) is { Length: > 0 } words ? new MailBlock.Quotation("It says", words) : null;

    private static string Cut(string text) => text.Length <= LongestText ? text : text[..LongestText] + "\n(The mail goes on.)";

    private static MailBlock Standing(MiniGrant.Known grant) => new MailBlock.Paragraph($"As it stands: {PlainWords.Line(StandingSentence.Of(grant))}");

    private static string Subject(PersonalMail mail) => PlainWords.Line(mail.Mail.Subject, LongestSubject) is { Length: > 0 } subject ? subject : "(no subject)";
}
