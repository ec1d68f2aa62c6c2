using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Correspondence.Paperwork;
using TechPlan.Functions.Mailbox;
using TechPlan.Functions.Tests.Support;
using TechPlan.Testing;
using static TechPlan.Functions.Tests.Correspondence.PlainForms;

namespace TechPlan.Functions.Tests.Correspondence;

/// <summary>Replies to what the app has written.</summary>
[Collection(AzuriteTests.Name)]
public sealed class ReplyTests(AzuriteFixture azurite)
{
    private static readonly InboundFile Scan = Mails.File("sign-in sheet.pdf", [0x89, (byte)'P', (byte)'N', (byte)'G', 1, 2, 3]);

    [Fact]
    public async Task MG_05_a_corrected_form_completes_the_draft_and_is_taken_under_its_id()
    {
        await using var desk = await MailDesk.OpenAsync(azurite);
        var id = (await desk.OneLetterAsync(Incomplete)).About!.Value;

        var handling = await desk.HandleAsync(Reply(id) with { Files = [Mails.File("request.docx", Form(("title", "Better maps")))] });

        Assert.Equal(id, Assert.Single(handling.Wake));
        await desk.App.AdvanceAsync(id);
        Assert.Equal("Better maps", (await desk.App.StateAsync(id))!.Submission.Request.Title);
        Assert.Single(await desk.LettersAsync());
    }

    [Fact]
    public async Task MG_05_one_line_in_the_reply_is_enough_and_what_it_quotes_is_not_read()
    {
        await using var desk = await MailDesk.OpenAsync(azurite);
        var id = (await desk.OneLetterAsync(Incomplete)).About!.Value;

        var handling = await desk.HandleAsync(Reply(id, "Room: 117\n\nOn Tuesday Learning Technologies wrote:\n> Title or topic: Something else\n> Room: 9"));

        Assert.Equal(id, Assert.Single(handling.Wake));
        await desk.App.AdvanceAsync(id);
        var request = (await desk.App.StateAsync(id))!.Submission.Request;
        Assert.Equal(("117", "Spreadsheets for beginners"), (request.Location.Room, request.Title));
    }

    [Fact]
    public async Task MG_05_a_correction_that_leaves_something_open_is_answered_again()
    {
        await using var desk = await MailDesk.OpenAsync(azurite);
        var id = (await desk.OneLetterAsync(Mails.FromDana(files: Mails.File("a.docx", Form(("location.room", null), ("followUp.location", null)))))).About!.Value;

        var handling = await desk.HandleAsync(Reply(id, "Room: 117"));

        Assert.Empty(handling.Wake);
        var letters = await desk.LettersAsync();
        Assert.Equal(2, letters.Count);
        Assert.Contains(letters, letter => letter.Content.Text.StartsWith("Please put one thing right", StringComparison.Ordinal));
        Assert.Equal("117", (await desk.DraftAsync(id))!.Form["/location/room"]);
    }

    [Fact]
    public async Task MG_04_nobody_else_corrects_a_draft()
    {
        await using var desk = await MailDesk.OpenAsync(azurite);
        var id = (await desk.OneLetterAsync(Incomplete)).About!.Value;

        var stranger = await desk.HandleAsync(Reply(id, "Room: 117", "kim.roe@example.org"));
        var forged = await desk.HandleAsync(Mails.From("dana.field@example.org", text: "Room: 118").With(("Authentication-Results", Mails.Forged)).Answering(id).As("forged@example.org"));

        Assert.Equal((MailPlace.NeedsAttention, MailPlace.NeedsAttention), (stranger.Place, forged.Place));
        Assert.Null((await desk.DraftAsync(id))!.Form["/location/room"]);
    }

    [Fact]
    public async Task A_word_of_thanks_about_a_draft_goes_to_the_office()
    {
        await using var desk = await MailDesk.OpenAsync(azurite);
        var id = (await desk.OneLetterAsync(Incomplete)).About!.Value;

        Assert.Equal(MailPlace.NeedsAttention, (await desk.HandleAsync(Reply(id, "I do not know the room yet, sorry."))).Place);

        Assert.Contains(await desk.LettersAsync(), letter => letter.To.Email.Value == "office@example.org" && letter.Content.Text.Contains(id.Value, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("dana.field@example.org")]
    [InlineData("pat.lee@example.org")]
    [InlineData("office@example.org")]
    public async Task MG_13_a_scan_from_the_grants_people_is_filed_once(string from)
    {
        await using var desk = await MailDesk.OpenAsync(azurite);
        var id = await desk.ApprovedAsync();
        var mail = Reply(id, "Here are the sheets.", from) with { Files = [Scan, Mails.File("time cards.xls", "x"), Scan with { IsInline = true }] };

        Assert.Equal(MailPlace.Processed, (await desk.HandleAsync(mail)).Place);
        Assert.Equal(MailPlace.Processed, (await desk.HandleAsync(mail)).Place);

        var files = await desk.App.Get<PaperworkTable>().ListAsync(id, CancellationToken.None);
        Assert.Equal(["sign-in sheet.pdf", "time cards.xls"], files.Select(file => file.Name));
        Assert.All(files, file => Assert.Equal("reply@example.org", file.MessageId));
        var letters = await desk.LettersAsync();
        Assert.Contains(letters, letter => letter.To.Email.Value == from && letter.Content.Text.StartsWith("Nothing to do now: we filed 2 files", StringComparison.Ordinal));
        Assert.Equal(
            from == "office@example.org" ? [] : ["office@example.org"],
            letters.Where(letter => letter.Content.Text.Contains("2 files came as paperwork", StringComparison.Ordinal)).Select(letter => letter.To.Email.Value));
        Assert.Equal(from == "office@example.org" ? 1 : 2, letters.Count);
    }

    [Fact]
    public async Task MG_13_a_strangers_scan_goes_to_the_office()
    {
        await using var desk = await MailDesk.OpenAsync(azurite);
        var id = await desk.ApprovedAsync();

        var letter = await desk.OneLetterAsync(Reply(id, "Sheets", "kim.roe@example.org") with { Files = [Scan] });

        Assert.Equal("office@example.org", letter.To.Email.Value);
        Assert.Empty(await desk.App.Get<PaperworkTable>().ListAsync(id, CancellationToken.None));
    }

    [Fact]
    public async Task A_changed_form_for_a_request_in_review_goes_to_those_who_decide()
    {
        await using var desk = await MailDesk.OpenAsync(azurite);
        var id = await desk.InReviewAsync();

        var handling = await desk.HandleAsync(Reply(id) with { Files = [Mails.File("request.docx", Form(("title", "Other")))] });

        Assert.Equal((MailPlace.NeedsAttention, 0), (handling.Place, handling.Wake.Length));
        Assert.Equal(["dana.field@example.org", "office@example.org", "pat.lee@example.org"], (await desk.LettersAsync()).Select(letter => letter.To.Email.Value).Order());
        Assert.Equal("Spreadsheets for beginners", (await desk.App.StateAsync(id))!.Submission.Request.Title);
    }

    [Fact]
    public async Task MG_02_a_form_in_reply_to_a_rejection_is_a_new_request()
    {
        await using var desk = await MailDesk.OpenAsync(azurite);
        var id = await desk.InReviewAsync();
        await desk.App.ExecuteAsync(id, new MiniGrantCommand.Reject(TestApp.Pat, "Another date, please."));

        var handling = await desk.HandleAsync(Reply(id) with { Files = [Mails.File("request.docx", Form())] });

        Assert.NotEqual(id, Assert.Single(handling.Wake));
    }

    [Fact]
    public async Task Words_about_a_mini_grant_go_to_the_office_and_no_program_answers()
    {
        await using var desk = await MailDesk.OpenAsync(azurite);
        var id = await desk.InReviewAsync();

        var letter = await desk.OneLetterAsync(Reply(id, "Can we start an hour later?"));

        Assert.Equal("office@example.org", letter.To.Email.Value);
        Assert.Contains("> Can we start an hour later?", letter.Content.Text, StringComparison.Ordinal);
        Assert.Contains("Spreadsheets for beginners", letter.Content.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MG_10_a_specialist_who_decides_by_reply_is_shown_the_page()
    {
        await using var desk = await MailDesk.OpenAsync(azurite);
        var id = await desk.InReviewAsync();

        await desk.HandleAsync(Reply(id, "Approved!", "pat.lee@example.org"));

        var letter = (await desk.LettersAsync()).Single(letter => letter.To.Email == TestApp.Pat.Email);
        Assert.StartsWith("Please press the button below to decide", letter.Content.Text, StringComparison.Ordinal);
        Assert.Contains("/review/", letter.Content.Text, StringComparison.Ordinal);
        Assert.IsType<MiniGrant.UnderReview>(await desk.App.StateAsync(id));
    }

    private static InboundMail Incomplete => Mails.FromDana(files: Mails.File("request.docx", Form(("location.room", null))));

    private static InboundMail Reply(MiniGrantId id, string text = "", string from = "dana.field@example.org") =>
        Mails.From(from, text: text, subject: "RE: your mail").With(("Authentication-Results", Mails.Proven)).Answering(id).As("reply@example.org");
}
