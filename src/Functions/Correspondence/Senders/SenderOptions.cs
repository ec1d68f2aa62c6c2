namespace TechPlan.Functions.Correspondence.Senders;

/// <summary>How far senders of mail are believed, and how often one is answered (<c>TechPlan:Senders</c>).</summary>
public sealed class SenderOptions
{
    public const string Section = "TechPlan:Senders";

    /// <summary>
    /// The names under which the district's own mail system writes its Authentication-Results, several separated by blanks or
    /// commas. None: the topmost header counts if it bears no name at all, as Exchange Online writes it.
    /// </summary>
    public IList<string> AuthservIds { get; init; } = [];

    /// <summary>Whether only a sender that was checked and found true counts as the ITL; all others are asked about.</summary>
    public bool RequireAuthentication { get; set; } = true;

    /// <summary>Answers to one sender in a day, at most.</summary>
    public int AnswersADay { get; set; } = 5;
}
