using System.Globalization;
using TechPlan.Domain;
using TechPlan.Domain.MiniGrants;

namespace TechPlan.Functions.Web.Timeline;

/// <summary>What happened to a mini-grant, told in plain words.</summary>
public static class EventSentences
{
    public static TimelineEntry Of(MiniGrantEvent happened) => happened switch
    {
        MiniGrantEvent.Submitted e => new(e.At, $"{e.Submission.Request.Submitter.Name} asked for this mini-grant."),
        MiniGrantEvent.ReviewReminded e => new(e.At, $"The specialist was reminded to decide{Times(e.Nth)}."),
        MiniGrantEvent.OfficeAlerted e => new(e.At, "Learning Technologies was told that the request is still undecided."),
        MiniGrantEvent.Approved e => new(e.At, $"{e.By.Name} approved the request. Registration opened on Enroll."),
        MiniGrantEvent.Rejected e => new(e.At, $"{e.By.Name} rejected the request.", e.Note),
        MiniGrantEvent.Withdrawn e => new(e.At, $"{e.By.Name} withdrew the request.", e.Reason),
        MiniGrantEvent.Expired e => new(e.At, "The request expired: nobody had decided when the registrations were due to be counted."),
        MiniGrantEvent.EarlyCountTaken e => new(e.At, $"An early look at Enroll found {DistrictText.People(e.Registered)} registered, {(e.Low ? "fewer than needed" : "enough")}."),
        MiniGrantEvent.EarlyCountMissed e => new(e.At, "The early look at Enroll was given up, because Enroll did not answer. The check itself still follows."),
        MiniGrantEvent.HeldAnyway e => new(e.At, $"{e.By.Name} decided that the session takes place whatever the number of registrations.", e.Reason),
        MiniGrantEvent.CountFailed e => new(e.At, "Enroll did not answer when the registrations were to be counted. It is asked again."),
        MiniGrantEvent.CountRequested e => new(e.At, "Enroll still did not answer, so the specialist was asked for the number of registrations."),
        MiniGrantEvent.CountOverdue e => new(e.At, "The session began without a number of registrations. Learning Technologies was told."),
        MiniGrantEvent.Confirmed e => new(e.At, $"The session was confirmed{Evidence(e)}."),
        MiniGrantEvent.Cancelled e => new(e.At, $"The session was cancelled: {CountedBy(e.Registered, e.CountedBy)}."),
        _ => throw new InvalidOperationException($"No sentence for {happened.GetType().Name}."),
    };

    private static string Times(int nth) => nth == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" (reminder {nth})");

    private static string Evidence(MiniGrantEvent.Confirmed confirmed) => confirmed.Registered is { } registered
        ? $": {CountedBy(registered, confirmed.CountedBy)}"
        : ", held whatever the number of registrations, which Enroll could not give";

    private static string CountedBy(int registered, Person? by) =>
        $"{DistrictText.People(registered)} registered{(by is null ? "" : $", as {by.Name} counted")}";
}
