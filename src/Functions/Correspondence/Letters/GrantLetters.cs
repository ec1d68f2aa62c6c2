using System.Collections.Immutable;
using TechPlan.Domain;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Correspondence.Paperwork;
using TechPlan.Functions.Mail.Rendering;

namespace TechPlan.Functions.Correspondence.Letters;

/// <summary>The answers to replies about a mini-grant.</summary>
internal sealed class GrantLetters(Stationery stationery)
{
    /// <summary>A changed form came while the request is decided about, or after.</summary>
    internal MailContent CannotBeChanged(MiniGrant.Known grant, EmailAddress reader) => stationery.Write(
        $"Your request stays as it is: {Title(grant)} ({Id(grant)})",
        "Nothing has changed: a request that was sent cannot be changed by mail.",
        About(grant),
        "You get this because you sent a form in reply to a mail about this mini-grant.",
        new MailBlock.Paragraph("The people who decide about it were told that you sent a changed form, and will write to you. If it is about another session, send the form in a new mail."),
        StatusFor(grant, reader));

    /// <summary>Somebody who decides sent words where a button is needed.</summary>
    internal MailContent DecideByLink(MiniGrant.Known grant, EmailAddress specialist) => stationery.Write(
        $"Please decide on the page: {Title(grant)} ({Id(grant)})",
        "Please press the button below to decide: a reply by mail decides nothing.",
        About(grant),
        "You get this because you answered a mail that asks for your decision.",
        new MailBlock.Button("Review the request", stationery.Review(Id(grant), specialist)),
        new MailBlock.Paragraph($"Your mail was passed on to {stationery.Office}."));

    /// <summary>What was filed, for whoever sent it (MG-13).</summary>
    internal MailContent PaperworkFiled(MiniGrant.Known grant, ImmutableArray<PaperworkFile> files, EmailAddress reader) => stationery.Write(
        $"Paperwork received: {Title(grant)} ({Id(grant)})",
        $"Nothing to do now: we filed {Count(files.Length)} as paperwork of this mini-grant.",
        About(grant),
        "You get this because you sent files in reply to a mail about this mini-grant.",
        FilesOf(files),
        StatusFor(grant, reader));

    internal MailBlock? StatusFor(MiniGrant.Known grant, EmailAddress reader) =>
        grant.Submission.Request.Submitter.Email == reader ? stationery.Status(Id(grant), reader) : null;

    internal static MailBlock FilesOf(ImmutableArray<PaperworkFile> files) =>
        new MailBlock.Facts("Filed", [.. files.Select(file => new Fact(file.Name, FileSize.Of(file.Size)))]);

    internal static string Title(MiniGrant.Known grant) => PlainWords.Line(grant.Submission.Request.Title, 48);

    internal static string About(MiniGrant.Known grant) => $"Mini-grant {Id(grant)}: “{PlainWords.Line(grant.Submission.Request.Title)}”";

    internal static string Count(int files) => files == 1 ? "1 file" : $"{files} files";

    private static MiniGrantId Id(MiniGrant.Known grant) => grant.Submission.Id;
}
