namespace TechPlan.Functions.Web.Visits;

/// <summary>What a link still lets a person do.</summary>
public enum Door
{
    /// <summary>Answer the question that the page asks.</summary>
    Open,

    /// <summary>Nothing any more: the question has been answered, or does not arise.</summary>
    Closed,

    /// <summary>Nothing: somebody answered first, and the answer just sent was not recorded.</summary>
    TooLate,

    /// <summary>Nothing: the link has expired.</summary>
    Expired,
}
