using Microsoft.AspNetCore.Http;
using TechPlan.Domain;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Grants;
using TechPlan.Functions.Links;
using TechPlan.Functions.Web;
using TechPlan.Functions.Web.Forms;
using TechPlan.Functions.Web.Visits;

namespace TechPlan.Functions.Review;

/// <summary>Asks the specialist for the number of registrations when Enroll could not give it (MG-12).</summary>
public sealed class CountDesk(LinkVisits visits, MiniGrantService grants, Pages pages) : AnswerDesk<CountPage>(visits, grants, pages)
{
    private static readonly FieldError NoNumber = new("count", "Enter a whole number from 0 to 5,000, in digits.");

    private readonly MiniGrantService _grants = grants;

    protected override LinkAction Action => LinkAction.Count;

    protected override IReadOnlyCollection<string> Fields => ["count"];

    protected override bool IsOpen(GrantView grant) => grant.State is MiniGrant.Approved { Watch.RequestedAt: not null };

    protected override async Task<object> ModelAsync(GrantView grant, Door door, FormState form, CancellationToken cancellation) =>
        new CountModel(grant, Outcomes.OfCount(await _grants.HistoryAsync(grant.Id, cancellation)), door, form);

    protected override Answer Read(FormState form, Person person) => CountEntry.TryParse(form["count"]) is { } count
        ? new Answer.Means(new MiniGrantCommand.EnterCount(person, count))
        : new Answer.Unclear(StatusCodes.Status422UnprocessableEntity, NoNumber);

    protected override bool IsAnsweredSo(MiniGrant.Known state, Person person, FormState form) => CountOf(state) is { By: { } by, Registered: { } registered }
        && by.Email == person.Email && registered == CountEntry.TryParse(form["count"]);

    private static FinalCount? CountOf(MiniGrant.Known state) => state switch
    {
        MiniGrant.Confirmed confirmed => confirmed.Count,
        MiniGrant.Cancelled cancelled => cancelled.Count,
        _ => null,
    };
}
