using TechPlan.Local.Mail.Store;

namespace TechPlan.Local.Mail.Delivery;

/// <summary>Which conversation a mail belongs to: that of the nearest mail that it says it answers, when that is known here.</summary>
internal sealed class MailConversations(MailStore store)
{
    private const int MostAnswers = 100;

    public async Task<string?> FindAsync(IReadOnlyList<string> answers, CancellationToken cancellation)
    {
        if (answers.Count == 0)
        {
            return null;
        }

        var nearness = answers.Take(MostAnswers).Distinct(StringComparer.Ordinal).Index().ToDictionary(answer => answer.Item, answer => answer.Index, StringComparer.Ordinal);
        return (await store.AllAsync(cancellation))
            .Select(entry => entry.Head)
            .Where(head => head is not null && nearness.ContainsKey(head.InternetMessageId))
            .MinBy(head => nearness[head!.InternetMessageId])?.ConversationId;
    }
}
