using Azure.Data.Tables;
using TechPlan.Domain;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Mail.Carriers;
using TechPlan.Functions.Mail.Delivery;
using TechPlan.Functions.Mail.Rendering;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Mail.Letters;

/// <summary>A letter that waits, ready for a carrier.</summary>
/// <param name="Hash">Of the letter's key: what its rows and its id at carriers are made from, whatever characters the key has.</param>
internal sealed record LetterRow(
    string Hash, DateTimeOffset PostedAt, Person To, RenderedMail Content, MiniGrantId? About, AnsweredMail? Answers) : MailProgress
{
    /// <summary>Ours, for carriers: unique among all mails.</summary>
    public string MailId => $"{About?.Value ?? "LETTER"}.letter.{Hash}";

    /// <summary>What a <see cref="MailId"/> was made from; null when the text is none.</summary>
    public static (MiniGrantId? About, string Hash)? OfMailId(string? mailId) =>
        mailId?.Split('.') is [var about, "letter", { Length: TableKey.HashLength } hash] && hash.All(char.IsAsciiHexDigitLower)
            ? (MiniGrantId.TryParse(about), hash)
            : null;

    public static LetterRow From(TableEntity row) => (LetterRow)new LetterRow(
        row.GetString("Hash")!,
        row.GetDateTimeOffset("PostedAt")!.Value,
        new Person(row.GetString(MailColumns.Name)!, EmailAddress.Parse(row.GetString(MailColumns.Address)!)),
        new RenderedMail(row.GetText("Subject")!, row.GetText("Html")!, row.GetText("Text")!),
        MiniGrantId.TryParse(row.GetString("About")),
        row.GetText("AnswersMessageId") is { } answered ? new AnsweredMail(answered, row.GetString("AnswersGraphId")) : null).ReadFrom(row);

    /// <summary>The row of a letter that waits.</summary>
    public TableEntity ToWaiting()
    {
        var row = new TableEntity(LetterRows.Partition, LetterRows.Waiting(Hash))
        {
            ["Hash"] = Hash,
            ["PostedAt"] = PostedAt,
            [MailColumns.Name] = To.Name,
            [MailColumns.Address] = To.Email.Value,
            [MailColumns.Carrier] = Carrier.ToString(),
        };
        row.SetText("Subject", Content.Subject);
        row.SetText("Html", Content.Html);
        row.SetText("Text", Content.Text);
        Set(row, "About", About?.Value);
        Set(row, "AnswersGraphId", Answers?.GraphId);
        if (Answers is { } answered)
        {
            row.SetText("AnswersMessageId", answered.MessageId);
        }

        WriteTo(row);
        return row;
    }

    /// <summary>The row that stays: that the letter was posted, and what became of it, but neither its words nor its recipient.</summary>
    public TableEntity ToPosted()
    {
        var row = new TableEntity(LetterRows.Partition, LetterRows.Posted(Hash)) { ["PostedAt"] = PostedAt, [MailColumns.Carrier] = Carrier.ToString() };
        Set(row, "About", About?.Value);
        WriteTo(row);
        return row;
    }

    /// <summary>As a carrier gets it.</summary>
    public OutgoingMail ToMail(bool triedBefore) => new(MailId, MailId, About, To, Content, triedBefore, ProviderId) { RepliesTo = Answers?.MessageId };
}
