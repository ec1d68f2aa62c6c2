namespace TechPlan.Functions.Directory;

/// <summary>What is wrong with a file, and where.</summary>
/// <param name="Line">The line in the file, from 1.</param>
/// <param name="Column">The column by the name in the file's first line; empty for the whole line.</param>
/// <param name="Detail">A sentence for whoever made the file.</param>
internal sealed record ImportProblem(int Line, string Column, string Detail);
