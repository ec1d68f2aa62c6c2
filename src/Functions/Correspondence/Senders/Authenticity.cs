namespace TechPlan.Functions.Correspondence.Senders;

/// <summary>Whether a mail comes from the address that it names as its author's.</summary>
public enum Authenticity
{
    /// <summary>Our own mail system has checked it.</summary>
    Proven,

    /// <summary>Nobody has checked it, or nobody whom we trust; nothing speaks against it.</summary>
    Unproven,

    /// <summary>It was checked and is not so.</summary>
    Failed,
}
