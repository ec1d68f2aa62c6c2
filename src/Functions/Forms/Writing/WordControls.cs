using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using W14 = DocumentFormat.OpenXml.Office2010.Word;
using WordText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace TechPlan.Functions.Forms.Writing;

/// <summary>Makes the places to fill in. Each has a title for people and screen readers, and a tag by which it is read back.</summary>
internal sealed class WordControls
{
    private const string BoxFont = "MS Gothic";

    // Word asks for a number of its own on each control.
    private int _last;

    internal SdtRun Text(string tag, string title, string invitation) => Place(tag, title, invitation, new SdtContentText { MultiLine = true });

    internal SdtRun Date(string tag, string title) => Place(
        tag, title, PrintedWords.PickDate,
        new SdtContentDate(new DateFormat { Val = "M/d/yyyy" }, new LanguageId { Val = "en-US" }, new SdtDateMappingType { Val = DateFormatValues.DateTime }, new Calendar { Val = CalendarValues.Gregorian }));

    internal SdtRun Choice(string tag, string title, params ReadOnlySpan<string> entries)
    {
        var list = new SdtContentDropDownList();
        foreach (var entry in entries)
        {
            list.Append(new ListItem { DisplayText = entry, Value = entry });
        }

        return Place(tag, title, "Choose an item", list);
    }

    internal SdtRun Box(string tag, string title) => new(
        new SdtProperties(
            new SdtAlias { Val = title },
            new Tag { Val = tag },
            new SdtId { Val = ++_last },
            new W14.SdtContentCheckBox(
                new W14.Checked { Val = W14.OnOffValues.Zero },
                new W14.CheckedState { Font = BoxFont, Val = "2612" },
                new W14.UncheckedState { Font = BoxFont, Val = "2610" })),
        new SdtContentRun(new Run(new RunProperties(new RunFonts { Ascii = BoxFont, HighAnsi = BoxFont, EastAsia = BoxFont, Hint = FontTypeHintValues.EastAsia }), new WordText("☐"))));

    private SdtRun Place(string tag, string title, string invitation, OpenXmlElement kind) => new(
        new SdtProperties(new SdtAlias { Val = title }, new Tag { Val = tag }, new SdtId { Val = ++_last }, new ShowingPlaceholder(), kind),
        new SdtContentRun(new Run(new RunProperties(new RunStyle { Val = WordStyles.Placeholder }, new Color { Val = WordStyles.Grey }), new WordText(invitation))));
}
