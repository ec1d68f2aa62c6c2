using Microsoft.AspNetCore.Http;
using TechPlan.Domain;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Grants;
using TechPlan.Functions.Links;
using TechPlan.Functions.Web;
using TechPlan.Functions.Web.Forms;
using TechPlan.Functions.Web.Visits;

namespace TechPlan.Functions.Review;

/// <summary>Asks the specialist to approve or reject (MG-10).</summary>
public sealed class ReviewDesk(LinkVisits visits, MiniGrantService grants, Pages pages) : AnswerDesk<ReviewPage>(visits, grants, pages)
{
    private static readonly FieldError Choose = new("decision", "Choose whether you approve or reject the request.");

    private readonly MiniGrantService _grants = grants;

    protected override LinkAction Action => LinkAction.Review;

    protected override IReadOnlyCollection<string> Fields => ["decision", "note"];

    protected override bool IsOpen(GrantView grant) => grant.State is MiniGrant.UnderReview;

    protected override async Task<object> ModelAsync(GrantView grant, Door door, FormState form, CancellationToken cancellation) =>
        new ReviewModel(grant, Outcomes.OfReview(await _grants.HistoryAsync(grant.Id, cancellation)), door, form);

    protected override Answer Read(FormState form, Person person) => (form["decision"], TextLimits.TooLong(form, "note", TextLimits.Note)) switch
    {
        ("approve", _) => new Answer.Means(new MiniGrantCommand.Approve(person)),
        ("reject", null) => new Answer.Means(new MiniGrantCommand.Reject(person, form["note"])),
        ("reject", { } tooLong) => new Answer.Unclear(StatusCodes.Status422UnprocessableEntity, tooLong),
        _ => new Answer.Unclear(StatusCodes.Status400BadRequest, Choose),
    };

    protected override bool IsAnsweredSo(MiniGrant.Known state, Person person, FormState form) => (state, form["decision"]) switch
    {
        (MiniGrant.Approved approved, "approve") => approved.By.By.Email == person.Email,
        (MiniGrant.Confirmed confirmed, "approve") => confirmed.By.By.Email == person.Email,
        (MiniGrant.Rejected rejected, "reject") => rejected.By.Email == person.Email && string.Equals(rejected.Note, form["note"], StringComparison.Ordinal),
        _ => false,
    };
}
