using TechPlan.Local.Mail.Store;

namespace TechPlan.Local.Mail.GraphApi;

/// <summary>What Exchange refuses, checked when a message is written and again, for its recipients, when it is sent.</summary>
internal static class GraphRules
{
    private const int MostHeaders = 5;
    private const int MostRecipients = 500;

    public static GraphProblem? CheckContent(GraphMessage message)
    {
        var headers = message.InternetMessageHeaders ?? [];
        if (headers.FirstOrDefault(header => header.Name is null || !header.Name.StartsWith("x-", StringComparison.OrdinalIgnoreCase)) is { } wrong)
        {
            return GraphProblem.Refused(
                "InvalidInternetMessageHeader",
                $"The internet message header name '{wrong.Name}' should start with 'x-' or 'X-'.");
        }

        if (headers.Count > MostHeaders)
        {
            return GraphProblem.Refused(
                "InvalidInternetMessageHeaderCollection",
                $"Maximum number of headers in one message should be less than or equal to {MostHeaders}.");
        }

        return HeaderValues(message).Any(MailText.BreaksHeader)
            ? GraphProblem.Refused("ErrorInvalidPropertySet", "A subject, name, address or header holds a line break or another control character.")
            : null;
    }

    /// <summary>Headers are fixed when a message is made; a later change would be dropped without a word by Exchange.</summary>
    public static GraphProblem? CheckChange(GraphMessage change) =>
        change.InternetMessageHeaders is null
            ? CheckContent(change)
            : GraphProblem.Refused("ErrorInvalidPropertySet", "internetMessageHeaders can be set only when a message is created.");

    public static GraphProblem? CheckSendable(GraphDocument draft)
    {
        var recipients = draft.Recipients;
        if (recipients.Count == 0)
        {
            return GraphProblem.Refused("ErrorInvalidRecipients", "At least one recipient is needed.");
        }

        if (recipients.Count > MostRecipients)
        {
            return GraphProblem.Refused("ErrorExceededMaxRecipientLimit", $"A message goes to at most {MostRecipients} recipients.");
        }

        return recipients.FirstOrDefault(recipient => !MailText.IsAddress(recipient)) is { } wrong
            ? GraphProblem.Refused("ErrorInvalidRecipients", $"At least one recipient isn't valid: '{wrong}' isn't resolved.")
            : null;
    }

    public static GraphProblem? OfSaving(SaveOutcome outcome) => outcome switch
    {
        SaveOutcome.Saved => null,
        SaveOutcome.Changed => GraphProblem.Changed,
        SaveOutcome.TooLarge => GraphProblem.TooLarge,
    };

    private static IEnumerable<string?> HeaderValues(GraphMessage message)
    {
        IReadOnlyList<GraphRecipient>?[] lists = [message.ToRecipients, message.CcRecipients, message.BccRecipients, message.ReplyTo, From(message)];
        var people = lists.SelectMany(list => list ?? []).SelectMany(person => new[] { person.EmailAddress?.Name, person.Address });
        var headers = (message.InternetMessageHeaders ?? []).SelectMany(header => new[] { header.Name, header.Value });
        return [message.Subject, .. people, .. headers];
    }

    private static IReadOnlyList<GraphRecipient> From(GraphMessage message) => message.From is { } from ? [from] : [];
}
