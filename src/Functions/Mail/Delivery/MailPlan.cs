using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Mail.Carriers;

namespace TechPlan.Functions.Mail.Delivery;

/// <summary>What one pass over a mini-grant's outbox does.</summary>
internal sealed class MailPlan(MiniGrantId grant, MiniGrant.Known state, string? conversation)
{
    public MiniGrantId Grant => grant;

    public MiniGrant.Known State => state;

    /// <summary>The message that the mini-grant's conversation began with; null until there is one.</summary>
    public string? Conversation { get; set; } = conversation;

    /// <summary>What a carrier is asked for now.</summary>
    public List<MailJob> Jobs { get; } = [];

    /// <summary>What is finished without being sent.</summary>
    public List<MailRow> Dropped { get; } = [];

    /// <summary>Made from a notice now, but left to a later pass.</summary>
    public List<MailRow> Postponed { get; } = [];

    /// <summary>Notices that have become one mail for each of many recipients.</summary>
    public List<MailRow> Expanded { get; } = [];

    /// <summary>When the next of those that stay is due; null when none stays.</summary>
    public DateTimeOffset? NextAt { get; private set; }

    public bool ChangesNothing => Jobs.Count == 0 && Dropped.Count == 0 && Expanded.Count == 0;

    /// <summary>A carrier's jobs; not those which it has just got from the other, for these the table does not know yet as being sent.</summary>
    public IEnumerable<MailJob> JobsOf(CarrierName carrier) => Jobs.Where(job => job.Row.Carrier == carrier && job.Row.State is MailState.Sending);

    /// <summary>Something stays until then.</summary>
    public void Stays(DateTimeOffset until) => NextAt = NextAt < until ? NextAt : until;
}

/// <summary>One mail on its way.</summary>
internal sealed class MailJob(MailRow row, bool isNew, bool triedBefore)
{
    /// <summary>As the table has it.</summary>
    public MailRow Row { get; set; } = row;

    /// <summary>Not in the table yet.</summary>
    public bool IsNew => isNew;

    /// <summary>A carrier may have taken it without our knowing.</summary>
    public bool TriedBefore => triedBefore;

    /// <summary>The carrier's last word on it in this pass.</summary>
    public CarrierAnswer? Answer { get; set; }

    /// <summary>As the carrier gets it; written once the job is claimed.</summary>
    public OutgoingMail? Mail { get; set; }
}
