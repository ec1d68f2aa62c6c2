using TechPlan.Domain.MiniGrants;
using TechPlan.Domain.Notices;
using static TechPlan.Functions.Mail.Rendering.Letters.Letter;

namespace TechPlan.Functions.Mail.Rendering.Letters;

/// <summary>For good news that was held up until something else had been decided: nobody is asked to act on what no longer stands.</summary>
internal static class OvertakenLetter
{
    public static bool Fits(MailContext context) => context.Notice.Kind switch
    {
        NoticeKind.RequestReceived => context.State is not MiniGrant.UnderReview,
        NoticeKind.RequestApproved or NoticeKind.SessionHeld => context.State is not MiniGrant.Approved,
        NoticeKind.SessionConfirmed => context.State is not MiniGrant.Confirmed,
        _ => false,
    };

    public static MailContent Of(MailContext context) => context.Notice.To is Audience.LeadItl or Audience.Specialist
        ? Letter.Of(context, "Where it stands",
            $"Nothing needs doing about this mail: {News(context.Notice.Kind)}, and more has happened since.",
            Paragraph($"As it stands now: {PlainWords.Line(StandingSentence.Of(context.State))}"),
            context.Notice.To is Audience.LeadItl ? StatusLink(context) : OutcomeLink(context),
            FactSheets.Outcome(context),
            FactSheets.Session(context))
        : DecisionLetters.Withdrawn(context);

    private static string News(NoticeKind kind) => kind switch
    {
        NoticeKind.RequestReceived => "we had received the request",
        NoticeKind.RequestApproved => "the request had been approved",
        NoticeKind.SessionHeld => "it had been decided to hold the session in any case",
        _ => "the session had been confirmed",
    };
}
