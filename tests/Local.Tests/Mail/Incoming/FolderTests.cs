using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;

namespace TechPlan.Local.Tests.Mail.Incoming;

public sealed class FolderTests
{
    [Fact]
    public async Task A_folder_is_made_once_and_found_by_name_and_id()
    {
        await using var app = await MailApp.StartAsync();
        var folders = app.Graph.Users[Letters.Intake].MailFolders;
        var made = (await folders.PostAsync(new MailFolder { DisplayName = "Aaron's mail" }))!;

        var again = await Assert.ThrowsAsync<ODataError>(() => folders.PostAsync(new MailFolder { DisplayName = "aaron's mail" }));
        var found = (await folders.GetAsync(request => request.QueryParameters.Filter = "displayName eq 'Aaron''s mail'"))!.Value!;

        Assert.Equal((409, "ErrorFolderExists"), (again.ResponseStatusCode, again.Error!.Code));
        Assert.Equal(made.Id, Assert.Single(found).Id);
        Assert.Equal("Aaron's mail", (await folders[made.Id].GetAsync())!.DisplayName);
    }

    [Fact]
    public async Task Of_many_made_at_once_one_is_made()
    {
        await using var app = await MailApp.StartAsync();
        var folders = app.Graph.Users[Letters.Intake].MailFolders;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Record.ExceptionAsync(() => folders.PostAsync(new MailFolder { DisplayName = "Processed" }))));

        Assert.Single(outcomes, outcome => outcome is null);
    }

    [Fact]
    public async Task A_mailbox_has_its_own_folders_and_counts_what_is_in_them()
    {
        await using var app = await MailApp.StartAsync();
        await app.DeliverAsync(Letters.Plain());
        await app.Graph.Users[Letters.Intake].MailFolders.PostAsync(new MailFolder { DisplayName = "Processed" });

        var inbox = (await app.Graph.Users[Letters.Intake].MailFolders["Inbox"].GetAsync())!;
        var others = (await app.Graph.Users["other@example.org"].MailFolders.GetAsync())!.Value!;

        Assert.Equal(("Inbox", 1, 1), (inbox.DisplayName, inbox.TotalItemCount, inbox.UnreadItemCount));
        Assert.Equal(inbox.Id, (await app.Graph.Users[Letters.Intake].MailFolders[inbox.Id].GetAsync())!.Id);
        Assert.DoesNotContain(others, folder => folder.DisplayName is "Processed" || folder.Id == inbox.Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task A_folder_needs_a_name(string name)
    {
        await using var app = await MailApp.StartAsync();

        var error = await Assert.ThrowsAsync<ODataError>(() => app.Graph.Users[Letters.Intake].MailFolders.PostAsync(new MailFolder { DisplayName = name }));

        Assert.Equal(400, error.ResponseStatusCode);
    }
}
