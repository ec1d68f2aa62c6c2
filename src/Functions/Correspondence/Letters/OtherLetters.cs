using TechPlan.Functions.Correspondence.Reading;
using TechPlan.Functions.Mail.Rendering;

namespace TechPlan.Functions.Correspondence.Letters;

/// <summary>The answers to mails in which no request could be found.</summary>
internal sealed class OtherLetters(Stationery stationery)
{
    private const string Why = "You get this because you wrote to the address at which mini-grant requests come in.";

    /// <summary>There were files, and none of them can be read.</summary>
    internal MailContent Unreadable(MailContents contents) => stationery.Write(
        "We could not read your request",
        "Please send your request once more in a form that we can read: nothing has been asked for yet.",
        "Your mail is kept, but it holds no request that we can read.",
        Why,
        [new MailBlock.Attention("What was the matter", RequestBlocks.Reasons(contents)), .. WaysToAsk()]);

    /// <summary>The mail was empty.</summary>
    internal MailContent Empty() => stationery.Write(
        "Your mail was empty",
        "Please send your request once more: we found neither a form nor any text in your mail.",
        "Sometimes an attachment is forgotten.",
        Why,
        WaysToAsk());

    /// <summary>It is something else than a request: a person reads it.</summary>
    internal MailContent PassedOn(MailContents contents) => stationery.Write(
        "We passed your mail on",
        $"Nothing to do now: a person at {stationery.Office} will read your mail.",
        "We found no mini-grant request in it.",
        Why,
        [
            contents.HasFiles ? RequestBlocks.Unused(contents) : null,
            new MailBlock.Paragraph("If you meant to ask for a mini-grant, please use one of these:"),
            .. WaysToAsk(),
        ]);

    private MailBlock[] WaysToAsk() => [stationery.WebForm, stationery.WordForm, stationery.PdfForm];
}
