using System.Collections.Immutable;
using Microsoft.DurableTask.Client;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Directory;
using TechPlan.Functions.Grants;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Intake;

/// <summary>
/// Takes requests in, whichever door they come through. What is accepted is recorded before anything acts on it, once per
/// source; what is refused is kept as it was typed.
/// </summary>
public sealed class IntakeService(IntakeRecord record, RefusedTable refused, DirectoryCache directory, Nudge nudge, TimeProvider clock)
{
    /// <summary>Keeps or refuses what came in. What is taken stands; <see cref="WakeAsync"/> then has it worked on.</summary>
    public async Task<IntakeOutcome> TakeInAsync(Incoming incoming, CancellationToken cancellation)
    {
        var snapshot = await directory.GetAsync(cancellation);
        var now = clock.GetUtcNow();
        return Judge(incoming, snapshot, now) switch
        {
            Verdict.Yes yes => await record.KeepAsync(incoming, yes.Submitted, yes.Facts, cancellation),
            Verdict.No no => await RefuseAsync(incoming, no.Reasons, now, cancellation),
            var other => throw new InvalidOperationException($"No answer for {other.GetType().Name}."),
        };
    }

    /// <summary>What would be refused about a request if it came in now; empty when it would be taken. Nothing is kept.</summary>
    public async Task<ImmutableArray<Refusal>> CheckAsync(DraftReading reading, CancellationToken cancellation) =>
        Judge(new Incoming("check", [], reading), await directory.GetAsync(cancellation), clock.GetUtcNow()) is Verdict.No no ? no.Reasons : [];

    /// <summary>The mini-grant that a source became; null when it became none.</summary>
    public Task<IntakeOutcome.Taken?> FindAsync(string source, CancellationToken cancellation) => record.FindAsync(source, cancellation);

    /// <summary>
    /// Starts the orchestration of what is new, and nudges that of what came before. It never fails: what it could not start is
    /// recorded, and the sweep finds it.
    /// </summary>
    public Task WakeAsync(DurableTaskClient engine, IntakeOutcome.Taken taken, CancellationToken cancellation) =>
        taken.New ? nudge.StartAsync(engine, taken.Id, cancellation) : nudge.SendAsync(engine, taken.Id, cancellation);

    private static Verdict Judge(Incoming incoming, DirectorySnapshot snapshot, DateTimeOffset now) =>
        Completeness.Check(incoming.Reading.Draft, snapshot.Rules.Policy) switch
        {
            CompletenessResult.Incomplete incomplete => new Verdict.No(incoming.Reading.With(incomplete.Reasons, CertainAbout(incoming, snapshot, now))),
            CompletenessResult.Complete when !incoming.Reading.Problems.IsEmpty => new Verdict.No(incoming.Reading.With(CertainAbout(incoming, snapshot, now))),
            CompletenessResult.Complete complete => Decide(incoming, complete.Request, snapshot, now),
            var other => throw new InvalidOperationException($"No verdict for {other.GetType().Name}."),
        };

    /// <summary>A date that is too soon, say, is told at once: a form should come back only once.</summary>
    private static ImmutableArray<Refusal> CertainAbout(Incoming incoming, DirectorySnapshot snapshot, DateTimeOffset now)
    {
        var draft = incoming.Reading.Draft;
        return MiniGrantWorkflow.CertainRefusals(draft, snapshot.District.FindSchool(draft.LeadSchool), now, snapshot.Rules);
    }

    private static Verdict Decide(Incoming incoming, MiniGrantRequest request, DirectorySnapshot snapshot, DateTimeOffset now)
    {
        var facts = FactsOf(request, snapshot) with { ReadAs = incoming.ReadAs };
        var command = new MiniGrantCommand.Submit(MiniGrantId.For(incoming.Source), request, facts);
        return MiniGrantWorkflow.Decide(MiniGrant.NotSubmitted.Instance, command, now, snapshot.Rules) switch
        {
            DecisionResult.Accepted { Events: [MiniGrantEvent.Submitted submitted] } => new Verdict.Yes(submitted, facts),
            DecisionResult.Refused refusal => new Verdict.No(refusal.Reasons),
            var other => throw new InvalidOperationException($"A new request led to {other.GetType().Name}."),
        };
    }

    private static SubmissionFacts FactsOf(MiniGrantRequest request, DirectorySnapshot snapshot) => new(
        snapshot.District.FindSchool(request.LeadSchool),
        [.. request.PartnerSchools.Select(partner => partner.School).Where(name => snapshot.District.FindSchool(name) is not { InProgram: true })],
        SameSchoolAndDate: []);

    /// <summary>A second delivery may come when the request would be too late by now; what was accepted once stays accepted.</summary>
    private async Task<IntakeOutcome> RefuseAsync(Incoming incoming, ImmutableArray<Refusal> reasons, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await record.FindAsync(incoming.Source, cancellation) is { } known)
        {
            return known;
        }

        await refused.KeepAsync(incoming.Source, incoming.Body, reasons, now, cancellation);
        return new IntakeOutcome.Refused(reasons);
    }

    private abstract record Verdict
    {
        internal sealed record Yes(MiniGrantEvent.Submitted Submitted, SubmissionFacts Facts) : Verdict;

        internal sealed record No(ImmutableArray<Refusal> Reasons) : Verdict;
    }
}
