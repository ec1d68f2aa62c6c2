using TechPlan.Domain.MiniGrants;

namespace TechPlan.Functions.Drafts;

/// <summary>The drafts that people may come back to.</summary>
public interface IDraftStore
{
    /// <summary>Keeps a draft in place of what was kept under its id before.</summary>
    Task KeepAsync(KeptDraft draft, CancellationToken cancellation);

    Task<KeptDraft?> FindAsync(MiniGrantId id, CancellationToken cancellation);
}
