using System.Xml;
using TechPlan.Functions.Forms.Reading;

namespace TechPlan.Functions.Forms.Word;

/// <summary>Reads Word files (<c>.docx</c>): legacy form fields, content controls, tables that were typed into, and all of them mixed.</summary>
/// <remarks>
/// It goes through the zip and the XML by itself: a dozen element names are all that a form needs, while a library for the whole format
/// unpacks what it is given, resolves addresses and gives up on a misspelt link.
/// </remarks>
public sealed class WordReader : IFormFileReader
{
    public bool Takes(ReadOnlySpan<byte> file) => file.StartsWith("PK"u8) && file.Length > 3 && file[2] is 3 or 5;

    public FileReading Read(ReadOnlyMemory<byte> file)
    {
        try
        {
            return ReadZip(file);
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or IOException or NotSupportedException)
        {
            return new FileReading.Unreadable(UnreadableFile.Damaged);
        }
    }

    private static FileReading ReadZip(ReadOnlyMemory<byte> file)
    {
        var allowance = new Allowance();
        using var package = WordPackage.Open(file, allowance);
        var (form, why) = package switch
        {
            null => (null, UnreadableFile.TooLarge),
            { IsProtected: true } => (null, UnreadableFile.Protected),
            { HasMacro: true } => (null, UnreadableFile.Macro),
            _ => (ReadParts(package, allowance), UnreadableFile.OtherKind),
        };
        return allowance.IsSpent ? new FileReading.Unreadable(UnreadableFile.TooLarge)
            : form is null ? new FileReading.Unreadable(why)
            : new FileReading.Document(form);
    }

    private static FormDocument? ReadParts(WordPackage package, Allowance allowance)
    {
        if (WordParts.Find(package) is not { } parts)
        {
            return null;
        }

        var headers = parts.Headers.SelectMany(header => StoryWalk.Read(header, allowance, new Places("page header")));
        var footers = parts.Footers.SelectMany(footer => StoryWalk.Read(footer, allowance, new Places("page footer")));
        return new FormDocument([.. StoryWalk.Read(parts.Body, allowance, new Places()), .. headers, .. footers]);
    }
}
