using System.Collections.Immutable;
using TechPlan.Functions.Correspondence.Reading;
using TechPlan.Functions.Forms;
using TechPlan.Functions.Forms.Reading;
using TechPlan.Functions.Mail.Rendering;

namespace TechPlan.Functions.Correspondence.Letters;

/// <summary>The parts of which answers about forms are made.</summary>
internal static class RequestBlocks
{
    private const int LongestValue = 400;
    private const int LongestTitle = 48;

    /// <summary>A form field by field, as it was understood; what was not understood as it was typed.</summary>
    internal static MailBlock AsRead(FormReading reading) => new MailBlock.Facts(
        "As we read it",
        [
            .. reading.Fields.Select(field => new Fact(FormPointers.NameOf(field.Pointer), PlainWords.Line(field.Understood, LongestValue))),
            .. reading.Problems.Where(problem => reading.Typed[problem.Pointer] is not null && reading.Fields.All(field => field.Pointer != problem.Pointer))
                .Select(problem => new Fact(FormPointers.NameOf(problem.Pointer), $"Not understood: {PlainWords.Line(reading.Typed[problem.Pointer]!, LongestValue)}")),
        ]);

    /// <summary>The request's title for a subject or a sentence.</summary>
    internal static string Title(FormReading reading) =>
        reading.Draft.Title is { } title && PlainWords.Line(title, LongestTitle) is { Length: > 0 } line ? line : "your mini-grant request";

    /// <summary>What a form is called among several.</summary>
    internal static string Name(FoundForm form) => form.Name is { } name ? $"“{name}”" : "the text of your mail";

    /// <summary>Files that were attached and not used.</summary>
    internal static MailBlock? Unused(MailContents contents) => contents.Others.IsEmpty && contents.Unread.IsEmpty
        ? null
        : new MailBlock.Attention("Also attached", [.. contents.Others.Select(name => $"“{name}” is not a request form, so we did not use it."), .. Reasons(contents)]);

    internal static ImmutableArray<string> Reasons(MailContents contents) => [.. contents.Unread.Select(file => $"“{file.Name}” {Reason(file.Why)}")];

    private static string Reason(UnreadableFile why) => why switch
    {
        UnreadableFile.OldWord => "is in Word’s old format (.doc). Open it in Word and save it as .docx, or use the form below.",
        UnreadableFile.Picture => "is a picture or a scan, and we cannot read writing in pictures. Please type the request.",
        UnreadableFile.Protected => "asks for a password. Please send it without one.",
        UnreadableFile.Macro => "contains a macro, so we did not open it. Please use the form below.",
        UnreadableFile.Damaged => "is damaged or empty. Please save it once more and send it again.",
        UnreadableFile.TooLarge => "is larger than any request form. Please send the form alone.",
        UnreadableFile.NotFilledIn => "is the request form, but nothing is filled in. Perhaps it was not saved: fill it in, save it and send it again.",
        UnreadableFile.OtherKind => "is a kind of file that we cannot read. Please use the form below.",
    };
}
