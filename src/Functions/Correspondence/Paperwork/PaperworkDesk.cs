using System.Collections.Immutable;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Correspondence.Answers;
using TechPlan.Functions.Correspondence.Letters;
using TechPlan.Functions.Mail.Rendering;
using TechPlan.Functions.Mailbox;

namespace TechPlan.Functions.Correspondence.Paperwork;

/// <summary>Files what people of a mini-grant send in as its paperwork: sign-in sheets, time cards (MG-13).</summary>
internal sealed class PaperworkDesk(PaperworkTable table, Postman postman, GrantLetters letters, StaffLetters staff)
{
    private const int MostFiles = 50;
    private const int LongestName = 120;
    private const int LongestMediaType = 100;
    private const int LongestMessageId = 1_000;

    /// <summary>Notes every attached file, thanks the sender and tells the office. The files stay with the mail.</summary>
    internal async Task<MailHandling> FileAsync(PersonalMail mail, MiniGrant.Known grant, CancellationToken cancellation)
    {
        var id = grant.Submission.Id;
        var files = FilesOf(mail.Mail);
        foreach (var (index, file) in files.Index())
        {
            await table.AddAsync(id, mail.Key.Hash, index, file, cancellation);
        }

        await postman.TellAsync(mail, "office", postman.Office, staff.PaperworkCame(mail, grant, files, postman.Office.Email), id, cancellation);
        await postman.AnswerAsync(mail, letters.PaperworkFiled(grant, files, mail.From), id, cancellation);
        return new MailHandling(MailPlace.Processed, []);
    }

    /// <summary>A picture in the text is a signature's, as a rule.</summary>
    private static ImmutableArray<PaperworkFile> FilesOf(InboundMail mail) =>
    [
        .. mail.Files.Where(file => !file.IsInline).Take(MostFiles).Select(file => new PaperworkFile(
            PlainWords.Line(file.Name, LongestName) is { Length: > 0 } name ? name : "A file without a name",
            file.Size,
            PlainWords.Line(file.MediaType, LongestMediaType),
            mail.MessageId.Length <= LongestMessageId ? mail.MessageId : mail.MessageId[..LongestMessageId],
            mail.ReceivedAt)),
    ];
}
