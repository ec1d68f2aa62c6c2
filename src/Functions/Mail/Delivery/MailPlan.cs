using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Mail.Carriers;

namespace TechPlan.Functions.Mail.Delivery;

/// <summary>What one pass over a mini-grant's outbox does, and how far it has come.</summary>
internal sealed class MailPlan(MiniGrantId grant, MiniGrant.Known state, string? conversation)
{
    public MiniGrantId Grant => grant;

    public MiniGrant.Known State => state;

    /// <summary>The message that the mini-grant's conversation began with; null until there is one.</summary>
    public string? Conversation { get; private set; } = conversation;

    /// <summary>Whether the conversation began in this pass, and the table does not know it yet.</summary>
    public bool HasJustBegun { get; set; }

    /// <summary>What a carrier is asked for now.</summary>
    public List<MailJob> Jobs { get; } = [];

    /// <summary>What is finished without being sent.</summary>
    public List<MailRow> Dropped { get; } = [];

    /// <summary>Made from a notice now, but left to a later pass.</summary>
    public List<MailRow> Postponed { get; } = [];

    /// <summary>Notices that have become one mail for each of many recipients.</summary>
    public List<MailRow> Expanded { get; } = [];

    /// <summary>Jobs of which more is known than the table says.</summary>
    public List<MailJob> Unsettled { get; } = [];

    /// <summary>Graph's request to be left alone for a while.</summary>
    public CarrierAnswer.Later? GraphPause { get; set; }

    /// <summary>When the next of those that stay is due; null when none stays.</summary>
    public DateTimeOffset? NextAt { get; private set; }

    public bool ChangesNothing => Jobs.Count == 0 && Dropped.Count == 0 && Expanded.Count == 0;

    /// <summary>A carrier's jobs that still have to be sent, but for those that it has just got from the other one.</summary>
    public IEnumerable<MailJob> JobsOf(CarrierName carrier) => Jobs.Where(job => job.Row.Carrier == carrier && job.Row.State is MailState.Sending);

    /// <summary>Something stays until then.</summary>
    public void Stays(DateTimeOffset until) => NextAt = NextAt < until ? NextAt : until;

    /// <summary>The conversation has its first message.</summary>
    public void Begin(string messageId) => (Conversation, HasJustBegun) = (messageId, true);
}
