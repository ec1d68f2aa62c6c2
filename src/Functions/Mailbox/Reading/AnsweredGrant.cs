using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item.Messages;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Drafts;
using TechPlan.Functions.Mail.Carriers;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Mailbox.Reading;

/// <summary>
/// Finds which mini-grant or draft a mail is about, when it answers a mail of ours: by the mail that it says it answers, else by its
/// conversation, else by an id in its subject.
/// </summary>
internal sealed partial class AnsweredGrant(GraphConnection graph, MiniGrantStore store, IDraftStore drafts, IOptions<MailboxOptions> options)
{
    /// <summary>The last mails of a thread, the nearest first; the older ones say nothing that these do not.</summary>
    private const int MostReferences = 3;

    /// <summary>A conversation longer than this is known by its last mails.</summary>
    private const int MostOfConversation = 50;

    private MessagesRequestBuilder Messages => graph.Client.Users[options.Value.Address].Messages;

    public async Task<MiniGrantId?> FindAsync(Message message, CancellationToken cancellation)
    {
        string[] answered = [.. Ids(message, "In-Reply-To").Concat(Ids(message, "References").Reverse()).Distinct().Take(MostReferences)];
        foreach (var id in answered)
        {
            if (await NewestAsync($"internetMessageId eq '{Quoted(id)}'", cancellation) is { } grant)
            {
                return grant;
            }
        }

        // What answers nothing may have an old conversation's subject, but is none of it.
        return answered.Length > 0 && message.ConversationId is { } conversation && await NewestAsync($"conversationId eq '{Quoted(conversation)}'", cancellation) is { } other
            ? other
            : await BySubjectAsync(message.Subject ?? "", cancellation);
    }

    private async Task<MiniGrantId?> BySubjectAsync(string subject, CancellationToken cancellation)
    {
        foreach (var id in MiniGrantId.FindAll(subject))
        {
            if (await store.ReadAsync(id, cancellation) is not null || await drafts.FindAsync(id, cancellation) is not null)
            {
                return id;
            }
        }

        return null;
    }

    /// <summary>What the newest of our own mails is about, among those that the filter finds.</summary>
    private async Task<MiniGrantId?> NewestAsync(string filter, CancellationToken cancellation)
    {
        var found = await Messages.GetAsync(
            r =>
            {
                r.QueryParameters.Filter = filter;
                r.QueryParameters.Select = ["id", "sentDateTime"];
                r.QueryParameters.Expand = [GraphMessages.ExpandMailId];
                r.QueryParameters.Top = MostOfConversation;
            },
            cancellation);
        return (found?.Value ?? []).OrderByDescending(mail => mail.SentDateTime).Select(GrantOf).FirstOrDefault(grant => grant is not null);
    }

    /// <summary>Our id of a mail begins with that of what it is about.</summary>
    private static MiniGrantId? GrantOf(Message mail) => MiniGrantId.TryParse(GraphMessages.MailIdOf(mail)?.Split('.')[0]);

    /// <summary>The ids in a header, with their angle brackets.</summary>
    private static IEnumerable<string> Ids(Message message, string header) => (message.InternetMessageHeaders ?? [])
        .Where(one => string.Equals(one.Name, header, StringComparison.OrdinalIgnoreCase))
        .SelectMany(one => MessageIdShape().Matches(one.Value ?? "").Select(match => match.Value));

    private static string Quoted(string value) => value.Replace("'", "''", StringComparison.Ordinal);

    [GeneratedRegex("<[^<>\\s]{1,998}>", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex MessageIdShape();
}
