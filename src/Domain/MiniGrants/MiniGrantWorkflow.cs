using System.Collections.Immutable;
using TechPlan.Domain.Directory;
using static TechPlan.Domain.MiniGrants.DecisionResult;
using static TechPlan.Domain.MiniGrants.MiniGrant;
using static TechPlan.Domain.MiniGrants.MiniGrantCommand;

namespace TechPlan.Domain.MiniGrants;

/// <summary>
/// The rules of a mini-grant's life, as data in and data out: <see cref="Decide"/> says what happens, <see cref="Evolve"/>
/// what stands then, <see cref="NextDeadline"/> when it wants to be woken.
/// </summary>
public static partial class MiniGrantWorkflow
{
    /// <summary>What a command leads to. A command that was carried out before gives no events; an impossible one a refusal.</summary>
    /// <param name="now">UTC.</param>
    public static DecisionResult Decide(MiniGrant state, MiniGrantCommand command, DateTimeOffset now, DistrictRules rules) =>
        (state, command) switch
        {
            (NotSubmitted, Submit submit) => SubmissionRules.Decide(submit, now, rules),
            (Known known, Submit submit) when known.Submission.Id == submit.Id => Nothing,
            (Known, Submit) => No("MG-01", "id-taken", "", "Another mini-grant bears this id."),
            (NotSubmitted, TimePassed) => Nothing,
            (NotSubmitted, _) => No("MG-01", "unknown", "", "There is no such mini-grant."),

            (UnderReview review, Approve approve) => ApproveInTime(review, approve, now, rules),
            (UnderReview, Reject reject) => RejectWithNote(reject, now),
            (UnderReview review, TimePassed) => StillUndecided(review, now, rules),

            (Approved or Confirmed, Approve) => Nothing,
            (Rejected, Reject) => Nothing,
            (Known known, Approve or Reject) => AlreadyStands(known, "MG-10"),

            (Approved approved, HoldAnyway hold) => HoldWithReason(approved, hold, now),
            (Approved approved, EnrollmentCounted count) => Counted(approved, count.Registered, now, rules),
            (Approved approved, EnrollmentUnavailable) => CountMissed(approved, now, rules),
            (Approved approved, EnterCount count) => CountEntered(approved, count, now, rules),
            (Approved approved, TimePassed) => StillUncounted(approved, now, rules),
            (Confirmed { Hold: not null }, HoldAnyway) => Nothing,

            (Withdrawn, Withdraw) => Nothing,
            (Known and not Ended, Withdraw withdraw) => WithdrawWithReason((Known)state, withdraw, now, rules),

            (Confirmed { Count.Registered: var counted }, EnterCount count) when counted == count.Registered => Nothing,
            (Cancelled { Count.Registered: var counted }, EnterCount count) when counted == count.Registered => Nothing,
            (UnderReview, HoldAnyway or EnterCount) => No("MG-12", "not-approved", "", "The request waits for the specialist's decision; registrations are counted only after it is approved."),

            (Known, TimePassed or EnrollmentCounted or EnrollmentUnavailable) => Nothing,
            (Known known, Withdraw) => AlreadyStands(known, "MG-13"),
            (Known known, HoldAnyway or EnterCount) => AlreadyStands(known, "MG-12"),
            _ => throw new InvalidOperationException($"No rule for {command.GetType().Name} in {state.GetType().Name}."),
        };

    /// <summary>
    /// What an unfinished request will be refused for, however the rest of it is filled in; empty while nothing is certain. Whoever
    /// asks learns it together with what is missing.
    /// </summary>
    /// <param name="leadSchool">The directory's entry for the draft's lead school; null when it has none.</param>
    /// <param name="now">UTC.</param>
    public static ImmutableArray<Refusal> CertainRefusals(MiniGrantDraft draft, School? leadSchool, DateTimeOffset now, DistrictRules rules) =>
        RequestRules.Refusals(RequestOutline.Of(draft), leadSchool, now, rules);

    private static DecisionResult ApproveInTime(UnderReview review, Approve approve, DateTimeOffset now, DistrictRules rules) =>
        !CheckIsDue(review, now, rules)
            ? Of(new MiniGrantEvent.Approved(now, approve.By))
            : No("MG-12", "too-late", "", "The registrations for this session were due to be counted before it was approved, so the request has expired. The school can ask again for a later date.");

    private static DecisionResult RejectWithNote(Reject reject, DateTimeOffset now) =>
        Text(reject.Note) is { } note
            ? Of(new MiniGrantEvent.Rejected(now, reject.By, note))
            : No("MG-10", "note-required", "/note", "Say in the note why the request is rejected, so that the school can do better next time.");

    private static DecisionResult WithdrawWithReason(Known known, Withdraw withdraw, DateTimeOffset now, DistrictRules rules)
    {
        if (HasBegun(known, now, rules))
        {
            return No("MG-13", "session-begun", "", "The session has begun, so the request can no longer be withdrawn. Write to the office instead.");
        }

        return Text(withdraw.Reason) is { } reason
            ? Of(new MiniGrantEvent.Withdrawn(now, withdraw.By, reason))
            : No("MG-13", "reason-required", "/reason", "Say in a few words why you withdraw the request; everybody who is told will read it.");
    }

    private static DecisionResult HoldWithReason(Approved approved, HoldAnyway hold, DateTimeOffset now)
    {
        if (approved.Hold is not null)
        {
            return Nothing;
        }

        return Text(hold.Reason) is { } reason
            ? Of(new MiniGrantEvent.HeldAnyway(now, hold.By, reason))
            : No("MG-12", "reason-required", "/reason", "Say in a few words why the session takes place with fewer people; the record keeps it.");
    }

    private static DecisionResult CountEntered(Approved approved, EnterCount count, DateTimeOffset now, DistrictRules rules)
    {
        if (approved.Watch.RequestedAt is null)
        {
            return No("MG-12", "count-not-asked", "", "Nobody has asked for this number: Enroll is counted by itself when the check is due.");
        }

        return count.Registered < 0
            ? No("MG-12", "count-invalid", "/count", "Enter how many people are registered: a whole number, 0 or more.")
            : Of(Outcome(approved, count.Registered, count.By, now, rules));
    }

    private static DecisionResult AlreadyStands(Known known, string rule) =>
        No(rule, "already-decided", "", StandingSentence.Of(known));

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
