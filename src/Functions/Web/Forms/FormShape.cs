namespace TechPlan.Functions.Web.Forms;

/// <summary>What a posted form may hold.</summary>
/// <param name="Fields">The names that are read.</param>
/// <param name="MaxBytes">The longest body read.</param>
public sealed record FormShape(IReadOnlyCollection<string> Fields, int MaxBytes = FormShape.Short)
{
    /// <summary>Room for a note of a few pages.</summary>
    public const int Short = 64 * 1024;

    /// <summary>Browsers' helpers may add some fields of their own.</summary>
    private const int Strangers = 30;

    internal int MaxFields => Fields.Count + Strangers;
}
