using Microsoft.AspNetCore.Http;
using TechPlan.Domain;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Enroll;
using TechPlan.Functions.Grants;
using TechPlan.Functions.Links;
using TechPlan.Functions.Web;
using TechPlan.Functions.Web.Forms;
using TechPlan.Functions.Web.Visits;

namespace TechPlan.Functions.Review;

/// <summary>Asks the specialist whether a session takes place whatever the count, and why (MG-12).</summary>
public sealed class HoldDesk(LinkVisits visits, MiniGrantService grants, IRegistrationCount registrations, Pages pages)
    : AnswerDesk<HoldPage>(visits, grants, pages)
{
    private readonly MiniGrantService _grants = grants;

    protected override LinkAction Action => LinkAction.Hold;

    protected override IReadOnlyCollection<string> Fields => ["reason"];

    protected override bool IsOpen(GrantView grant) => grant.State is MiniGrant.Approved { Hold: null };

    protected override async Task<object> ModelAsync(GrantView grant, Door door, FormState form, CancellationToken cancellation) =>
        new HoldModel(
            grant,
            grant.State is MiniGrant.Approved ? await registrations.CountAsync(grant.Id, cancellation) : null,
            Outcomes.OfHold(await _grants.HistoryAsync(grant.Id, cancellation)),
            door,
            form);

    protected override Answer Read(FormState form, Person person) => TextLimits.TooLong(form, "reason", TextLimits.Note) is { } tooLong
        ? new Answer.Unclear(StatusCodes.Status422UnprocessableEntity, tooLong)
        : new Answer.Means(new MiniGrantCommand.HoldAnyway(person, form["reason"]));

    protected override bool IsAnsweredSo(MiniGrant.Known state, Person person, FormState form) =>
        state is MiniGrant.Approved { Hold: { } hold }
        && hold.By.Email == person.Email && string.Equals(hold.Reason, form["reason"], StringComparison.Ordinal);
}
