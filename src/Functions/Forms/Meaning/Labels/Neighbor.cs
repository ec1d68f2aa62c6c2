namespace TechPlan.Functions.Forms.Meaning.Labels;

/// <summary>What stands beside a run of text in its line.</summary>
internal enum Neighbor
{
    /// <summary>The line's start or end.</summary>
    None,
    Blank,
    Box,
}
