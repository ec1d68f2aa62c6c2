using System.Collections.Immutable;

namespace TechPlan.Domain.Directory;

/// <summary>Which school of the directory a typed name means.</summary>
public abstract record SchoolMatch
{
    private SchoolMatch()
    {
    }

    /// <summary>The name as the directory has it.</summary>
    public sealed record Exact(School School) : SchoolMatch;

    /// <summary>Written differently, but no other school could be meant.</summary>
    public sealed record Likely(School School) : SchoolMatch;

    /// <summary>More than one could be meant; who typed it has to be asked.</summary>
    /// <param name="Candidates">By name, and no more than can be asked about.</param>
    public sealed record Several(ImmutableArray<School> Candidates) : SchoolMatch;

    /// <summary>No school of the directory has a name like it.</summary>
    public sealed record None : SchoolMatch
    {
        public static readonly None Instance = new();
    }
}
