using Microsoft.AspNetCore.Http;
using TechPlan.Local.Pages;

namespace TechPlan.Local.Hosting;

/// <summary>The clock as people see it: what time it is for the app, and buttons that move it on.</summary>
internal static class ClockPage
{
    public static IResult Show(LocalClock clock, DateTimeOffset? nextDue) => Show(clock, nextDue, Html.Empty, StatusCodes.Status200OK);

    public static IResult Answer(ClockMove move, LocalClock clock, DateTimeOffset? nextDue) => move switch
    {
        ClockMove.Moved => new SeeOther(ClockEndpoints.Path),
        ClockMove.Backward => Show(clock, nextDue, Error("Time only goes forward: choose a moment after the present one."), StatusCodes.Status409Conflict),
        ClockMove.TooFar far => Show(clock, nextDue, Error($"The clock can be moved to {ClockText.Readable(far.Latest)} at most."), StatusCodes.Status400BadRequest),
        _ => throw new InvalidOperationException($"Unknown outcome {move}."),
    };

    public static IResult Unreadable(LocalClock clock, DateTimeOffset? nextDue) =>
        Show(clock, nextDue, Error("Choose a date and a time first, such as 2026-10-13T21:00."), StatusCodes.Status400BadRequest);

    private static IResult Show(LocalClock clock, DateTimeOffset? nextDue, Html message, int status)
    {
        var now = clock.GetUtcNow();
        return LocalPage.Show("Clock", ClockEndpoints.Path, Html.Of($"""
            {message}
            <p>For the app it is <strong><time datetime="{ClockText.Format(now)}">{ClockText.Readable(now)}</time></strong>, {Lead(clock.Offset)}.</p>
            <p>Moving the clock does everything that falls due on the way, in order, and comes back here when all of it is done.</p>
            <form class="card" method="post" action="{ClockEndpoints.Path}">
            <p class="actions">{Button("hour", "1 hour on")} {Button("day", "1 day on")} {Button("week", "1 week on")}</p>
            {NextDeadline(nextDue)}
            </form>
            <h2>Choose a moment</h2>
            <form class="card" method="post" action="{ClockEndpoints.Path}">
            <div class="fields">
            <p><label for="{ClockForm.Moment}">Move to (UTC)</label>
            <input type="datetime-local" id="{ClockForm.Moment}" name="{ClockForm.Moment}" required value="{InputValue(now)}"></p>
            <p><button type="submit">Move the clock</button></p>
            </div>
            </form>
            """), status);
    }

    private static string Lead(TimeSpan offset) =>
        offset < TimeSpan.FromSeconds(1) ? "the same as on this machine" : $"{(int)offset.TotalDays} days {offset:hh\\:mm\\:ss} ahead of this machine";

    private static Html NextDeadline(DateTimeOffset? nextDue) => nextDue is { } due
        ? Html.Of($"""<p class="actions">{Button("next", "To the next deadline")} <span>{ClockText.Readable(due)}</span></p>""")
        : Html.Of($"<p>Nothing is waiting for a deadline.</p>");

    private static Html Button(string step, string text) =>
        Html.Of($"""<button type="submit" name="{ClockForm.Step}" value="{step}">{text}</button>""");

    private static Html Error(string message) => Html.Of($"""<p class="card" role="alert">{message}</p>""");

    private static string InputValue(DateTimeOffset now) => ClockText.Format(now.AddMinutes(1))[..16];
}
