namespace TechPlan.Functions.Tests.Forms.Corpus;

/// <summary>What became of one field of one fixture.</summary>
/// <param name="Read">What the draft holds; null when it is empty.</param>
public sealed record FieldVerdict(CorpusForm Form, string Pointer, string Expected, string? Read, Verdict Verdict)
{
    /// <summary>The field whatever the line it stands on.</summary>
    public string Field => System.Text.RegularExpressions.Regex.Replace(Pointer, "/[0-9]+/", "/n/");

    public override string ToString() => $"{Form.Name} {Pointer}: {Verdict}: “{Read}” instead of “{Expected}”";
}

public enum Verdict
{
    Right,

    /// <summary>The sender is asked although it was clear.</summary>
    AskedForNothing,

    /// <summary>It stands in the form, and the draft lacks it without a word.</summary>
    Lost,

    /// <summary>The draft holds something else and nobody is asked: the one thing that must not happen.</summary>
    Wrong,
}
