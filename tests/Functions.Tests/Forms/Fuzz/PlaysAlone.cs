namespace TechPlan.Functions.Tests.Forms.Fuzz;

/// <summary>Fuzzing measures time and memory of the whole process, so it plays alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class PlaysAlone
{
    public const string Name = "Fuzz";
}
