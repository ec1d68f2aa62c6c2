using System.Net;
using TechPlan.EndToEnd.Tests.Support;

namespace TechPlan.EndToEnd.Tests;

/// <summary>A mini-grant through the running app, from the form's webhook to its end, with the clock moved.</summary>
[Collection(AppCollection.Name)]
public sealed class LifecycleTests(AppFixture fixture)
{
    private readonly RunningApp _app = fixture.App;
    private readonly Clock _clock = new(fixture.App);
    private readonly Inbox _inbox = new(fixture.App);
    private readonly Webhook _webhook = new(fixture.App);

    private static string Lead => District.ItlOf("School 012").Email;

    private static string Specialist => District.SpecialistOf("School 012").Email;

    [Fact]
    public async Task From_webhook_to_confirmed_everybody_is_told_MG_10_MG_11_MG_12()
    {
        var grant = await SubmitAsync();
        await ApproveAsync(grant);
        for (var nth = 1; nth <= 15; nth++)
        {
            using var registered = await _app.RegisterAsync(grant.Id, nth);
            Assert.Equal(HttpStatusCode.SeeOther, registered.StatusCode);
        }

        await _clock.MoveToAsync(await SessionDayAsync(grant));

        await _inbox.WaitForAsync(Lead, grant.Id, "confirmed");
        await _inbox.WaitForAsync(Specialist, grant.Id, "confirmed");
        await _inbox.WaitForAsync("fran.facilitator@example.org", grant.Id, "confirmed");
        await _inbox.WaitForAsync($"teacher15.{grant.Id}@example.org", grant.Id, "confirmed");
        Assert.Empty(await _inbox.ToAsync(Lead, $"{grant.Id} cancelled"));
    }

    [Fact]
    public async Task From_webhook_to_cancelled_with_a_warning_before_it_MG_12()
    {
        var grant = await SubmitAsync();
        await ApproveAsync(grant);
        using var registered = await _app.RegisterAsync(grant.Id, 1);

        await _clock.MoveToAsync(await SessionDayAsync(grant));

        await _inbox.WaitForAsync(Specialist, grant.Id, "few");
        await _inbox.WaitForAsync(Lead, grant.Id, "cancelled");
        await _inbox.WaitForAsync($"teacher1.{grant.Id}@example.org", grant.Id, "cancelled");
    }

    [Fact]
    public async Task A_session_held_anyway_takes_place_with_too_few_MG_12()
    {
        var grant = await SubmitAsync();
        await ApproveAsync(grant);
        var session = await SessionDayAsync(grant);
        await _clock.MoveToAsync(session.AddDays(-2));
        var warning = await _inbox.WaitForAsync(Specialist, grant.Id, "few");

        using var held = await _app.PostAsync(warning.Link("/hold/"), ("reason", "The school has no other date."));
        Assert.Equal(HttpStatusCode.SeeOther, held.StatusCode);
        await _clock.MoveToAsync(session);

        await _inbox.WaitForAsync(Lead, grant.Id, "confirmed");
    }

    [Fact]
    public async Task A_request_nobody_decides_is_reminded_escalated_and_expires()
    {
        var grant = await SubmitAsync();
        await _inbox.WaitForAsync(Specialist, grant.Id);

        await _clock.MoveToAsync(await SessionDayAsync(grant));

        await _inbox.WaitForAsync(Lead, grant.Id, "expired");
        await _inbox.WaitForAsync(Specialist, grant.Id, "expired");
        Assert.True((await _inbox.ToAsync(Specialist, grant.Id)).Length >= 5, "The specialist was asked, reminded several times, and told the end.");
    }

    [Fact]
    public async Task A_rejected_request_tells_the_note()
    {
        var grant = await SubmitAsync();
        var review = await _inbox.WaitForAsync(Specialist, grant.Id);

        using var without = await _app.PostAsync(review.Link("/review/"), ("decision", "reject"), ("note", " "));
        using var with = await _app.PostAsync(review.Link("/review/"), ("decision", "reject"), ("note", "Please name the follow-up teachers."));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, with.StatusCode);
        var told = await _inbox.WaitForAsync(Lead, grant.Id, "not approved");
        Assert.Contains("Please name the follow-up teachers.", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_lead_ITL_withdraws_and_the_registered_are_told()
    {
        var grant = await SubmitAsync();
        await ApproveAsync(grant);
        using var registered = await _app.RegisterAsync(grant.Id, 7);

        using var withdrawn = await _app.PostAsync(grant.StatusUrl, ("action", "withdraw"), ("reason", "The instructor is ill."));

        Assert.Equal(HttpStatusCode.SeeOther, withdrawn.StatusCode);
        await _inbox.WaitForAsync($"teacher7.{grant.Id}@example.org", grant.Id, "does not take place");
        await _inbox.WaitForAsync(Specialist, grant.Id, "withdrawn");
    }

    [Fact]
    public async Task The_same_webhook_twice_is_one_request()
    {
        var request = SampleRequest.For(await _clock.NowAsync()).ToJsonString();
        using var first = await _webhook.SendAsync(request, "msg_twice");
        using var second = await _webhook.SendAsync(request, "msg_twice");

        Assert.Equal(HttpStatusCode.Accepted, first.StatusCode);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
    }

    private async Task<Webhook.Accepted> SubmitAsync() => await _webhook.SubmitAsync(SampleRequest.For(await _clock.NowAsync()));

    private async Task ApproveAsync(Webhook.Accepted grant)
    {
        var review = await _inbox.WaitForAsync(Specialist, grant.Id);
        using var approved = await _app.PostAsync(review.Link("/review/"), ("decision", "approve"), ("note", ""));
        Assert.Equal(HttpStatusCode.SeeOther, approved.StatusCode);
        await _inbox.WaitForAsync(Lead, grant.Id, "approved");
    }

    /// <summary>Noon UTC on the day of the session: after the check, before the session.</summary>
    private async Task<DateTimeOffset> SessionDayAsync(Webhook.Accepted grant)
    {
        var received = await _inbox.WaitForAsync(Lead, grant.Id);
        var day = SampleRequest.For(received.SentAt)["session"]!["date"]!.GetValue<string>();
        return new DateTimeOffset(DateTime.Parse(day, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.Zero).AddHours(12);
    }
}
