using TechPlan.Domain.Directory;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Correspondence;
using TechPlan.Functions.Directory;
using TechPlan.Functions.Forms;
using TechPlan.Functions.Mailbox;
using TechPlan.Functions.Storage;
using TechPlan.Functions.Tests.Support;
using TechPlan.Testing;
using static TechPlan.Functions.Tests.Correspondence.PlainForms;

namespace TechPlan.Functions.Tests.Correspondence;

/// <summary>Mails with request forms.</summary>
[Collection(AzuriteTests.Name)]
public sealed class RequestMailTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task MG_02_a_complete_form_from_the_itl_is_in_review_and_its_own_mails_answer()
    {
        await using var desk = await MailDesk.OpenAsync(azurite);

        var handling = await desk.HandleAsync(Mails.FromDana(files: Mails.File("request.docx", Form())));

        Assert.Equal(MailPlace.Processed, handling.Place);
        var id = Assert.Single(handling.Wake);
        await desk.App.AdvanceAsync(id);
        var state = Assert.IsType<MiniGrant.UnderReview>(await desk.App.StateAsync(id));
        Assert.Equal(TestApp.Dana.Email, state.Submission.Request.Submitter.Email);
        Assert.Equal(new DateOnly(2099, 11, 4), state.Submission.Request.Session.Date);
        Assert.Equal(["RequestReceived to LeadItl", "PleaseReview to Specialist"], desk.App.Mail.Sent);
        Assert.Empty(await desk.LettersAsync());
    }

    [Fact]
    public async Task MG_05_what_is_missing_is_asked_for_with_the_draft_kept()
    {
        await using var desk = await MailDesk.OpenAsync(azurite);

        var letter = await desk.OneLetterAsync(Mails.FromDana(files: Mails.File("request.docx", Form(("location.room", null), ("followUp.plan", null)))));

        Assert.Equal(TestApp.Dana.Email, letter.To.Email);
        Assert.Equal(new("mail-1@example.org", "AAMkAD0001"), letter.Answers);
        Assert.StartsWith("Please put 2 things right", letter.Content.Text, StringComparison.Ordinal);
        Assert.Contains("Enter the room in which the session takes place.", letter.Content.Text, StringComparison.Ordinal);
        Assert.Contains("Describe the follow-up", letter.Content.Text, StringComparison.Ordinal);
        Assert.Contains("https://techplan.example.org/mini-grants/drafts/", letter.Content.Text, StringComparison.Ordinal);
        Assert.Contains("Title or topic: Spreadsheets for beginners", letter.Content.Text, StringComparison.Ordinal);
        var draft = (await desk.DraftAsync(letter.About!.Value))!;
        Assert.Equal(TestApp.Dana.Email, draft.Owner);
        Assert.Equal("dana.field@example.org", draft.Form[FormPointers.SubmitterEmail]);
        Assert.Equal("School 012", draft.Form[FormPointers.LeadSchool]);
    }

    [Theory]
    [InlineData("204")]
    [InlineData(null)]
    public async Task MG_02_a_date_too_soon_is_refused_with_the_earliest_one_whatever_else_is_missing(string? room)
    {
        await using var desk = await MailDesk.OpenAsync(azurite);

        var letter = await desk.OneLetterAsync(Mails.FromDana(files: Mails.File("request.docx", Form(("session.date", "September 10, 2099"), ("location.room", room)))));

        Assert.Contains("A session needs 14 days from the request; the earliest date you can ask for today is Tuesday, September 22, 2099.", letter.Content.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MG_05_a_field_that_may_mean_two_things_is_a_question_and_nothing_counts_before_the_answer()
    {
        await using var desk = await MailDesk.OpenAsync(azurite);
        string[] names = ["Lincoln Elementary", "Lincoln High"];
        await desk.App.Get<DirectoryTable>().ReplaceAsync([.. names.Select(name => new School(name, "Cluster 1", TestApp.Dana, TestApp.Robin, InProgram: true, "public"))], CancellationToken.None);
        desk.App.Get<DirectoryCache>().Forget();

        var handling = await desk.HandleAsync(Mails.FromDana(files: Mails.File("request.docx", Form(("leadSchool", "Lincoln")))));

        Assert.Empty(handling.Wake);
        var letter = Assert.Single(await desk.LettersAsync());
        Assert.Contains("Which school is “Lincoln”", letter.Content.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("is not a school of the ITL program", letter.Content.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MG_04_a_colleagues_mail_asks_the_itl_and_says_so_to_the_colleague()
    {
        await using var desk = await MailDesk.OpenAsync(azurite);

        var handling = await desk.HandleAsync(Mails.From("kim.roe@example.org", "Kim Roe", files: Mails.File("request.docx", Form())));

        Assert.Equal((MailPlace.Processed, 0), (handling.Place, handling.Wake.Length));
        var letters = await desk.LettersAsync();
        Assert.Equal(["dana.field@example.org", "kim.roe@example.org"], letters.Select(letter => letter.To.Email.Value).Order());
        var (itl, colleague) = (letters.Single(letter => letter.To.Email == TestApp.Dana.Email), letters.Single(letter => letter.To.Email != TestApp.Dana.Email));
        Assert.Contains("Kim Roe (kim.roe@example.org) sent it to us.", itl.Content.Text, StringComparison.Ordinal);
        Assert.Contains("/mini-grants/drafts/", itl.Content.Text, StringComparison.Ordinal);
        Assert.Null(itl.Answers);
        Assert.DoesNotContain("/mini-grants/drafts/", colleague.Content.Text, StringComparison.Ordinal);
        Assert.Contains("Dana Field", colleague.Content.Text, StringComparison.Ordinal);
        Assert.Equal(TestApp.Dana.Email, (await desk.DraftAsync(itl.About!.Value))!.Owner);
    }

    [Fact]
    public async Task MG_04_a_forged_sender_is_never_answered_and_never_counts_as_the_itl()
    {
        await using var desk = await MailDesk.OpenAsync(azurite, ("TechPlan:Senders:RequireAuthentication", "false"));
        var forged = Mails.From("dana.field@example.org", "Dana Field", files: Mails.File("request.docx", Form())).With(("Authentication-Results", Mails.Forged));
        var stranger = Mails.From("kim.roe@example.org", "Kim Roe", files: Mails.File("request.docx", Form())).With(("Authentication-Results", Mails.Forged)).As("mail-2@example.org");

        Assert.Empty((await desk.HandleAsync(forged)).Wake);
        Assert.Empty((await desk.HandleAsync(stranger)).Wake);

        Assert.All(await desk.LettersAsync(), letter =>
        {
            Assert.Equal(TestApp.Dana.Email, letter.To.Email);
            Assert.Null(letter.Answers);
            Assert.Contains("not genuine", letter.Content.Text, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("FW: Mini-grant", "Dana Field")]
    [InlineData("Mini-grant", "Pat Lee")]
    public async Task MG_04_what_the_itl_only_passes_on_is_confirmed_by_one_letter(string subject, string onTheForm)
    {
        await using var desk = await MailDesk.OpenAsync(azurite);

        var letter = await desk.OneLetterAsync(Mails.FromDana(subject: subject, files: Mails.File("request.docx", Form(("submitter.name", onTheForm)))));

        Assert.Equal(TestApp.Dana.Email, letter.To.Email);
        Assert.StartsWith("Please confirm", letter.Content.Subject, StringComparison.Ordinal);
        Assert.NotNull(letter.Answers);
    }

    [Fact]
    public async Task MG_04_an_unchecked_address_counts_only_where_the_district_says_so()
    {
        await using var strict = await MailDesk.OpenAsync(azurite);
        await using var open = await MailDesk.OpenAsync(azurite, ("TechPlan:Senders:RequireAuthentication", "false"));
        var mail = Mails.From("dana.field@example.org", "Dana Field", files: Mails.File("request.docx", Form()));

        Assert.Empty((await strict.HandleAsync(mail)).Wake);
        Assert.Single((await open.HandleAsync(mail)).Wake);
    }

    [Fact]
    public async Task MG_14_a_school_that_nobody_knows_goes_back_to_the_sender()
    {
        await using var desk = await MailDesk.OpenAsync(azurite);

        var letter = await desk.OneLetterAsync(Mails.FromDana(files: Mails.File("request.docx", Form(("leadSchool", "Hogwarts Academy")))));

        Assert.Equal(TestApp.Dana.Email, letter.To.Email);
        Assert.Contains("Hogwarts Academy", letter.Content.Text, StringComparison.Ordinal);
        Assert.NotNull(await desk.DraftAsync(letter.About!.Value));
    }

    [Fact]
    public async Task Two_forms_in_seven_files_are_two_requests_told_apart()
    {
        await using var desk = await MailDesk.OpenAsync(azurite);
        var mail = Mails.FromDana(files:
        [
            Mails.File("flyer.txt", "Come to our session!"),
            Mails.File("october.docx", Form(("location.room", null))),
            Mails.File("logo.png", [0x89, (byte)'P', (byte)'N', (byte)'G', 1, 2, 3]),
            Mails.File("november.docx", Form(("title", "Digital maps"))),
            Mails.File("signature.png", [0x89, (byte)'P', (byte)'N', (byte)'G', 1], inline: true),
            Mails.File("notes.txt", "Notes"),
            Mails.File("agenda.txt", "Agenda"),
        ]);

        var handling = await desk.HandleAsync(mail);

        Assert.Equal(MiniGrantId.For(MailKey.Of(mail).Source(2)), Assert.Single(handling.Wake));
        var letter = Assert.Single(await desk.LettersAsync());
        Assert.Equal(MiniGrantId.For(MailKey.Of(mail).Source(1)), letter.About);
        Assert.Contains("To put right in “october.docx”", letter.Content.Text, StringComparison.Ordinal);
        Assert.Contains($"We have the request from “november.docx” as {handling.Wake[0]}", letter.Content.Text, StringComparison.Ordinal);
        Assert.Contains("“flyer.txt” is not a request form", letter.Content.Text, StringComparison.Ordinal);
        Assert.Contains("“logo.png” is a picture", letter.Content.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("signature.png", letter.Content.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_accepted_form_names_what_else_was_attached()
    {
        await using var desk = await MailDesk.OpenAsync(azurite);

        var handling = await desk.HandleAsync(Mails.FromDana(files: [Mails.File("request.docx", Form()), Mails.File("flyer.txt", "Come!")]));

        var id = Assert.Single(handling.Wake);
        await desk.App.AdvanceAsync(id);
        Assert.Contains((await desk.App.StateAsync(id))!.Submission.Flags, flag => flag.Detail.Contains("flyer.txt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Headers_cannot_be_injected_and_forty_recipients_get_nothing()
    {
        await using var desk = await MailDesk.OpenAsync(azurite);
        var mail = Mails.From("kim.roe@example.org", "Kim\r\nBcc: all@example.org", subject: "Request\r\nBcc: all@example.org", files: Mails.File("a\r\nb.docx", Form(("location.room", null), ("leadSchool", "Nowhere"), ("title", "A\r\nBcc: all@example.org"))))
            .With([.. Enumerable.Range(0, 40).Select(nth => ("Cc", $"person{nth}@example.org"))]);

        var letter = await desk.OneLetterAsync(mail);

        Assert.Equal("kim.roe@example.org", letter.To.Email.Value);
        Assert.DoesNotContain(letter.To.Name + letter.Content.Subject, char.IsControl);
    }

    [Fact]
    public async Task A_huge_form_fits_into_its_row()
    {
        await using var desk = await MailDesk.OpenAsync(azurite);
        var huge = string.Concat(Enumerable.Repeat("\U0001F600\"", 200_000));

        var letter = await desk.OneLetterAsync(Mails.FromDana(files: Mails.File("request.docx", Form(("followUp.plan", huge), ("title", huge), ("otherEvaluation.explanation", huge)))));

        Assert.NotNull(await desk.DraftAsync(letter.About!.Value));
    }
}
