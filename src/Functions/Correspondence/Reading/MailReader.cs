using System.Collections.Immutable;
using TechPlan.Functions.Forms;
using TechPlan.Functions.Forms.Meaning;
using TechPlan.Functions.Forms.Reading;
using TechPlan.Functions.Forms.Text;
using TechPlan.Functions.Mail.Rendering;
using TechPlan.Functions.Mailbox;

namespace TechPlan.Functions.Correspondence.Reading;

/// <summary>Finds the request forms in a mail: in its files, or, when none of them is one, in its own text.</summary>
internal sealed class MailReader(FormFiles files)
{
    /// <summary>More files than anybody attaches; what is beyond is named as no form.</summary>
    private const int MostFiles = 25;

    private const int LongestName = 80;

    private static readonly (FileReading Reading, TypedForm? Typed) NotLookedAt = (new FileReading.Unreadable(UnreadableFile.OtherKind), null);

    /// <summary>Everything in a mail.</summary>
    internal MailContents Read(InboundMail mail)
    {
        var attached = ReadFiles(mail);
        return attached.Forms.IsEmpty && TypedIntoText(mail) is { } typed
            ? attached with { Forms = [new FoundForm(1, null, typed, default)] }
            : attached;
    }

    /// <summary>What its files are, and nothing else. A picture within the text is a signature's, which nobody attached; some programs put whole forms there.</summary>
    internal MailContents ReadFiles(InboundMail mail)
    {
        var forms = ImmutableArray.CreateBuilder<FoundForm>();
        var unread = ImmutableArray.CreateBuilder<UnreadFile>();
        var others = ImmutableArray.CreateBuilder<string>();
        foreach (var (index, file) in mail.Files.Index())
        {
            var name = NameOf(file);
            switch (index < MostFiles ? Read(file) : NotLookedAt)
            {
                case (FileReading.Document, { } typed):
                    forms.Add(new FoundForm(forms.Count + 1, name, typed, file.Content ?? default));
                    break;
                case (FileReading.Unreadable { Why: not UnreadableFile.OtherKind and var why }, _) when !file.IsInline:
                    unread.Add(new UnreadFile(name, why));
                    break;
                case var _ when !file.IsInline:
                    others.Add(name);
                    break;
            }
        }

        return new MailContents(forms.ToImmutable(), unread.ToImmutable(), others.ToImmutable());
    }

    /// <summary>Fields that a reply's own words name by their labels, be it only one; null when they name none.</summary>
    internal static TypedForm? LabelsIn(InboundMail mail) => FieldsOf(OwnWords.Of(mail.Text), null) is var typed && FormLikeness.Score(typed) > 0 ? typed : null;

    /// <summary>A form in the text; what a reply quotes is not looked at.</summary>
    private static TypedForm? TypedIntoText(InboundMail mail) =>
        (mail.About is null ? FieldsOf(mail.Text, mail.Html) : FieldsOf(OwnWords.Of(mail.Text), null)) is var typed && FormLikeness.LooksLikeTheForm(typed) ? typed : null;

    private static TypedForm FieldsOf(string text, string? html) => TypedLimits.Bounded(MailTextReader.Read(text, html).Typed);

    private (FileReading Reading, TypedForm? Typed) Read(InboundFile file) => file.Content is not { } content
        ? (new FileReading.Unreadable(UnreadableFile.TooLarge), null)
        : files.Read(content) switch
        {
            FileReading.Document document => Tell(document, TypedLimits.Bounded(LabelReader.Find(document.Form))),
            var other => (other, null),
        };

    /// <summary>Our own form is known by its fields: one answer makes it a request, and none is worth saying, since people forget to save.</summary>
    private static (FileReading Reading, TypedForm? Typed) Tell(FileReading.Document document, TypedForm typed) => OwnForm.Is(document.Form)
        ? typed.Fields.IsEmpty ? (new FileReading.Unreadable(UnreadableFile.NotFilledIn), null) : (document, typed)
        : (document, FormLikeness.LooksLikeTheForm(typed) ? typed : null);

    private static string NameOf(InboundFile file) => PlainWords.Line(file.Name, LongestName) is { Length: > 0 } name ? name : "a file without a name";
}
