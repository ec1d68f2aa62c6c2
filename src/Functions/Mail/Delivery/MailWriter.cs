using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using TechPlan.Domain;
using TechPlan.Domain.MiniGrants;
using TechPlan.Domain.Notices;
using TechPlan.Functions.Directory;
using TechPlan.Functions.Enroll;
using TechPlan.Functions.Links;
using TechPlan.Functions.Mail.Carriers;
using TechPlan.Functions.Mail.Rendering;
using TechPlan.Functions.Mailbox;
using TechPlan.Functions.Setup;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Mail.Delivery;

/// <summary>Writes the mails of a pass, with what is known at this moment.</summary>
internal sealed class MailWriter(
    MailRenderer renderer, DirectoryCache directory, LinkUrls links, IRegistrationCount registrations, OfficeTaskTable officeTasks,
    OwnMailbox mailbox, IOptions<DistrictOptions> district)
{
    /// <summary>Old links still say what became of a request.</summary>
    private static readonly TimeSpan LinksOutliveSession = TimeSpan.FromDays(30);

    /// <summary>A longer list would hide what the mail is about.</summary>
    private const int MostTasks = 10;

    public async Task WriteAsync(MailPlan plan, CancellationToken cancellation)
    {
        // Registered people all get the same words, so these are rendered once.
        var shared = new Dictionary<string, RenderedMail>();
        int? registered = plan.Jobs.Any(job => job.Row.Notice.Kind is NoticeKind.RegistrationsLow) ? await registrations.CountAsync(plan.Grant, cancellation) : null;
        foreach (var job in plan.Jobs)
        {
            var callId = job.Row.CallIdFor(plan.Grant);
            if (!shared.TryGetValue(callId, out var content))
            {
                content = await renderer.RenderAsync(await ContextAsync(job.Row, plan.State, registered, cancellation));
                shared.Add(callId, content);
            }

            job.Mail = new OutgoingMail(job.Row.IdFor(plan.Grant), callId, plan.Grant, job.Row.To!, content, job.TriedBefore, job.Row.ProviderId);
        }
    }

    private async Task<MailContext> ContextAsync(MailRow row, MiniGrant.Known state, int? registered, CancellationToken cancellation)
    {
        var (submission, snapshot) = (state.Submission, await directory.GetAsync(cancellation));
        var people = new MailPeople(
            mailbox.Sender,
            district.Value.Name,
            snapshot.District.SpecialistOf(submission.Cluster),
            MailRecipients.FacilitatorToTell(submission.Request, snapshot.District));
        return new MailContext(
            row.Notice, state, snapshot.Rules, people, LinksFor(row.To!, submission, snapshot.Rules), registered,
            row.Notice.To is Audience.Office ? await TasksAsync(new MailDates(snapshot.Rules.Calendar), cancellation) : []);
    }

    private MailLinks LinksFor(Person person, Submission submission, DistrictRules rules)
    {
        var until = MiniGrantWorkflow.SessionStartAt(submission.Request.Session, rules) + LinksOutliveSession;
        return new MailLinks(Link(LinkAction.Review), Link(LinkAction.Hold), Link(LinkAction.Count), Link(LinkAction.Status), links.AskAgain(submission.Id, person.Email, until), links.Enroll(submission.Id));

        Uri Link(LinkAction action) => links.For(action, submission.Id, person.Email, until);
    }

    private async Task<ImmutableArray<string>> TasksAsync(MailDates dates, CancellationToken cancellation)
    {
        var tasks = await officeTasks.ListAsync(cancellation);
        var sentences = tasks.OrderBy(task => task.Since).Take(MostTasks).Select(task => UndeliverableMail.Sentence(task, dates));
        return [.. sentences, .. tasks.Count > MostTasks ? [$"And {tasks.Count - MostTasks} more."] : Array.Empty<string>()];
    }
}
