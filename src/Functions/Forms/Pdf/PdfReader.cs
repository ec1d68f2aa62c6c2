using System.Collections.Immutable;
using TechPlan.Functions.Forms.Pdf.Objects;
using TechPlan.Functions.Forms.Reading;

namespace TechPlan.Functions.Forms.Pdf;

/// <summary>
/// Reads PDF forms. What is typed into fields counts, and the text printed around them is read for their labels. A PDF without fields is
/// answered as a picture is, printed text or not: where a line of print ends and what somebody typed begins cannot be told surely.
/// </summary>
public sealed class PdfReader : IFormFileReader
{
    /// <summary>Some programs write a few lines before the head.</summary>
    private const int HeadWithin = 1024;

    public bool Takes(ReadOnlySpan<byte> file) => file[..Math.Min(HeadWithin, file.Length)].IndexOf("%PDF-"u8) >= 0;

    public FileReading Read(ReadOnlyMemory<byte> file)
    {
        if (file.Length > FormFiles.MaxBytes)
        {
            return Unreadable(UnreadableFile.TooLarge);
        }

        var objects = PdfObjects.Read(file);
        return objects switch
        {
            { Budget.IsSpent: true } => Unreadable(UnreadableFile.TooLarge),
            { IsEncrypted: true } => Unreadable(UnreadableFile.Protected),
            { Catalog: null } => Unreadable(UnreadableFile.Damaged),
            _ => Read(objects),
        };
    }

    private static FileReading Read(PdfObjects objects)
    {
        var pages = PdfPages.Of(objects);
        if (pages.Count == 0)
        {
            return Unreadable(UnreadableFile.Damaged);
        }

        var fields = new PdfFields(objects, pages);
        var found = fields.Read();
        if (fields.TooMany)
        {
            return Unreadable(UnreadableFile.TooLarge);
        }

        if (found.IsEmpty)
        {
            return Unreadable(UnreadableFile.Picture);
        }

        var blocks = Blocks(objects, pages, found);
        return objects.Budget.IsSpent ? Unreadable(UnreadableFile.TooLarge) : new FileReading.Document(new FormDocument(blocks));
    }

    private static ImmutableArray<FormBlock> Blocks(PdfObjects objects, List<PdfValue.Map> pages, ImmutableArray<PdfField> fields)
    {
        var print = new PdfPrint(objects);
        return [.. fields.GroupBy(field => field.Place.Page).OrderBy(page => page.Key).SelectMany(page => OnPage(print.Read(pages[page.Key], page.Key), [.. page], $"page {page.Key + 1}"))];
    }

    /// <summary>On our own form the names say which field is which, and its print would only be in the way.</summary>
    private static IEnumerable<FormBlock> OnPage(List<PdfWords> words, ImmutableArray<PdfField> fields, string where) => words.Count == 0 || fields.All(PdfItem.IsOurs)
        ? fields.OrderBy(field => field.Place.Top).ThenBy(field => field.Place.Left).Select(field => PdfItem.Alone(field, where))
        : PdfLayout.Lines(words, fields.SelectMany(PdfItem.Of), where);

    private static FileReading.Unreadable Unreadable(UnreadableFile why) => new(why);
}
