using Azure.Data.Tables;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Grants;
using TechPlan.Functions.Intake;

namespace TechPlan.Functions.Tests.Support;

/// <summary>Mini-grants brought to where a test begins, by the app's own doors.</summary>
internal static class Scenes
{
    internal static async Task<MiniGrantId> TakenAsync(this TestApp app, string webhookId = "msg_1")
    {
        var intake = app.Get<IntakeService>();
        var taken = (IntakeOutcome.Taken)await intake.TakeInAsync(WebhookForms.Incoming(webhookId), CancellationToken.None);
        await intake.WakeAsync(app.Engine, taken, CancellationToken.None);
        return taken.Id;
    }

    internal static async Task<MiniGrantId> FiledAsync(this TestApp app, string webhookId = "msg_1")
    {
        var id = await app.TakenAsync(webhookId);
        await app.AdvanceAsync(id);
        return id;
    }

    internal static async Task<MiniGrantId> ApprovedAsync(this TestApp app)
    {
        var id = await app.FiledAsync();
        await app.ExecuteAsync(id, new MiniGrantCommand.Approve(TestApp.Pat));
        return id;
    }

    /// <summary>One generation of the loop by hand: advances, and delivers when mail waits. The answer is when to look again.</summary>
    internal static async Task<DateTimeOffset?> AdvanceAsync(this TestApp app, MiniGrantId id)
    {
        var activities = app.Activities;
        var advanced = await activities.AdvanceMiniGrant(id.Value, CancellationToken.None);
        return advanced.MailWaits
            ? (await activities.DeliverMail(new Delivery(id.Value, advanced.WakeAt, advanced.Mark), CancellationToken.None)).WakeAt
            : advanced.WakeAt;
    }

    internal static Task<CommandOutcome> ExecuteAsync(this TestApp app, MiniGrantId id, MiniGrantCommand command) =>
        app.Get<MiniGrantService>().ExecuteAsync(id, command, app.Engine, CancellationToken.None);

    internal static async Task<MiniGrant.Known?> StateAsync(this TestApp app, MiniGrantId id) =>
        await app.Get<MiniGrantService>().FindAsync(id, CancellationToken.None);

    internal static async Task<TableEntity?> OpenRowAsync(this TestApp app, MiniGrantId id) =>
        (await app.Tables.OpenWork.QueryAsync<TableEntity>($"RowKey eq '{id}'").ToListAsync()).SingleOrDefault();

    internal static async Task<IReadOnlyList<TableEntity>> RowsAsync(this TestApp app, MiniGrantId id) =>
        await app.Tables.MiniGrants.QueryAsync<TableEntity>($"PartitionKey eq '{id}'").ToListAsync();
}
