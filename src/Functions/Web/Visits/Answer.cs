using TechPlan.Domain;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Storage;
using TechPlan.Functions.Web.Forms;

namespace TechPlan.Functions.Web.Visits;

/// <summary>What a posted form means.</summary>
public abstract record Answer
{
    private Answer()
    {
    }

    /// <summary>Something to be done.</summary>
    public sealed record Means(MiniGrantCommand Command) : Answer;

    /// <summary>Nothing that could be done: the form is shown again.</summary>
    public sealed record Unclear(int StatusCode, FieldError Error) : Answer;
}

/// <summary>Somebody's try to answer, with what stands as far as it has come.</summary>
public sealed record Attempt(Person Person, GrantView Grant, FormState Form, StoredMiniGrant Seen)
{
    /// <summary>The same try on what stands now.</summary>
    public Attempt On(MiniGrant.Known state) => this with { Grant = Grant with { State = state } };
}
