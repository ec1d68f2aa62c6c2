using System.Text;
using TechPlan.Functions.Correspondence.Answers;
using TechPlan.Functions.Forms.Writing;
using TechPlan.Functions.Mailbox;
using TechPlan.Functions.Storage;
using TechPlan.Functions.Tests.Support;
using TechPlan.Testing;
using static TechPlan.Functions.Tests.Correspondence.PlainForms;

namespace TechPlan.Functions.Tests.Correspondence;

/// <summary>Mails that hold no request, and mails of programs.</summary>
[Collection(AzuriteTests.Name)]
public sealed class OtherMailTests(AzuriteFixture azurite)
{
    private static readonly byte[] OldWord = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Encoding.Unicode.GetBytes("WordDocument")];

    private static readonly byte[] Picture = [0x89, (byte)'P', (byte)'N', (byte)'G', 1, 2, 3];

    [Fact]
    public async Task An_old_word_file_is_answered_with_the_form_to_use()
    {
        await using var desk = await MailDesk.OpenAsync(azurite);

        var letter = await desk.OneLetterAsync(Mails.FromDana("See attached.", files: Mails.File("request.doc", OldWord)));

        Assert.Contains("“request.doc” is in Word’s old format", letter.Content.Text, StringComparison.Ordinal);
        Assert.Contains("https://techplan.example.org/forms/mini-grant-request.docx", letter.Content.Text, StringComparison.Ordinal);
        Assert.Contains("https://techplan.example.org/forms/mini-grant-request.pdf", letter.Content.Text, StringComparison.Ordinal);
        Assert.Contains("https://techplan.example.org/mini-grants/new", letter.Content.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scan_and_a_file_too_large_are_answered_politely()
    {
        await using var desk = await MailDesk.OpenAsync(azurite);
        var large = new InboundFile("video.docx", "application/octet-stream", 30_000_000, null, IsInline: false);

        var letter = await desk.OneLetterAsync(Mails.FromDana("", files: [Mails.File("scan.png", Picture), large]));

        Assert.Contains("“scan.png” is a picture or a scan", letter.Content.Text, StringComparison.Ordinal);
        Assert.Contains("“video.docx” is larger than any request form", letter.Content.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Our_own_form_with_nothing_in_it_is_told_from_any_other_file() // MG-05
    {
        await using var desk = await MailDesk.OpenAsync(azurite);
        var form = new FormFacts("Lakeview Public Schools", "mini-grants@example.org", 14);

        var letter = await desk.OneLetterAsync(Mails.FromDana("Our request is attached.", files: [Mails.File("form.docx", WordForm.Write(form)), Mails.File("form.pdf", PdfForm.Write(form))]));

        Assert.Contains("“form.docx” is the request form, but nothing is filled in.", letter.Content.Text, StringComparison.Ordinal);
        Assert.Contains("“form.pdf” is the request form, but nothing is filled in.", letter.Content.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_mail_is_answered_and_nobody_has_to_look()
    {
        await using var desk = await MailDesk.OpenAsync(azurite);

        var handling = await desk.HandleAsync(Mails.FromDana(" \r\n"));

        Assert.Equal(MailPlace.Processed, handling.Place);
        Assert.Contains("neither a form nor any text", Assert.Single(await desk.LettersAsync()).Content.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_goes_to_the_office_and_the_sender_learns_that()
    {
        await using var desk = await MailDesk.OpenAsync(azurite);

        var handling = await desk.HandleAsync(Mails.FromDana("When is the next meeting?", "A question"));

        Assert.Equal(MailPlace.NeedsAttention, handling.Place);
        var letters = await desk.LettersAsync();
        Assert.Contains("> When is the next meeting?", letters.Single(letter => letter.To.Email.Value == "office@example.org").Content.Text, StringComparison.Ordinal);
        Assert.StartsWith("Nothing to do now: a person at Learning Technologies will read your mail.", letters.Single(letter => letter.To.Email == TestApp.Dana.Email).Content.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_office_is_not_told_of_its_own_mail_since_its_mailbox_may_answer_by_itself()
    {
        await using var desk = await MailDesk.OpenAsync(azurite);

        var handling = await desk.HandleAsync(Mails.From("office@example.org", "Office", "We got your mail; your ticket is 4711.", "Ticket 4711"));

        Assert.Equal(MailPlace.NeedsAttention, handling.Place);
        Assert.DoesNotContain(await desk.LettersAsync(), letter => letter.Content.Subject.StartsWith("Please answer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Letters_that_are_asked_for_at_once_keep_to_the_limit()
    {
        await using var desk = await MailDesk.OpenAsync(azurite);
        var cap = desk.App.Get<AnswerCap>();

        var allowed = await Task.WhenAll(Enumerable.Range(0, 12).Select(nth => cap.AllowsAsync(TestApp.Dana.Email, $"mail:{nth}:answer", desk.App.Clock.GetUtcNow(), default)));
        var again = await Task.WhenAll(Enumerable.Range(0, 12).Select(nth => cap.AllowsAsync(TestApp.Dana.Email, $"mail:{nth}:answer", desk.App.Clock.GetUtcNow(), default)));

        Assert.Equal(5, allowed.Count(yes => yes));
        Assert.Equal(allowed, again);
    }

    [Fact]
    public async Task A_forged_question_is_not_answered()
    {
        await using var desk = await MailDesk.OpenAsync(azurite);

        var letter = await desk.OneLetterAsync(Mails.From("kim.roe@example.org", text: "Click here").With(("Authentication-Results", Mails.Forged)));

        Assert.Equal("office@example.org", letter.To.Email.Value);
        Assert.DoesNotContain("mailto:", letter.Content.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Auto-Submitted", "auto-replied")]
    [InlineData("List-Id", "<staff.example.org>")]
    [InlineData("Return-Path", "<>")]
    [InlineData("X-TechPlan-Mail", "1")]
    public async Task A_program_is_never_answered_but_a_form_from_one_is_looked_at(string header, string value)
    {
        await using var desk = await MailDesk.OpenAsync(azurite);
        var silent = Mails.FromDana("I am out of the office.").With((header, value));

        Assert.Equal(MailPlace.Processed, (await desk.HandleAsync(silent)).Place);
        Assert.Equal(MailPlace.NeedsAttention, (await desk.HandleAsync(silent with { Files = [Mails.File("request.docx", Form())] })).Place);
        Assert.Empty(await desk.LettersAsync());
    }

    [Fact]
    public async Task A_bounce_becomes_a_task_about_the_mail_that_came_back()
    {
        await using var desk = await MailDesk.OpenAsync(azurite);
        var id = await desk.InReviewAsync();
        var bounce = Mails.From("postmaster@example.org", text: "It could not be delivered.", subject: $"Undeliverable: Please decide ({id})").With(("Return-Path", "<>"));

        Assert.Equal(MailPlace.Processed, (await desk.HandleAsync(bounce)).Place);
        Assert.Equal(MailPlace.Processed, (await desk.HandleAsync(bounce)).Place);
        Assert.Equal(MailPlace.NeedsAttention, (await desk.HandleAsync(bounce with { Subject = "Undeliverable: something", MessageId = "other" })).Place);

        var task = Assert.Single(await desk.App.Get<OfficeTaskTable>().ListAsync(CancellationToken.None));
        Assert.Equal((id, "mail-bounced"), (task.Id, task.Kind));
        Assert.Empty(await desk.LettersAsync());
    }

    [Fact]
    public async Task The_sixth_answer_of_a_day_is_held_back_and_the_office_is_told_once()
    {
        await using var desk = await MailDesk.OpenAsync(azurite);
        var places = new List<MailPlace>();
        for (var nth = 0; nth < 8; nth++)
        {
            places.Add((await desk.HandleAsync(Mails.FromDana("").As($"mail-{nth}@example.org"))).Place);
        }

        var letters = await desk.LettersAsync();
        Assert.Equal(5, letters.Count(letter => letter.To.Email == TestApp.Dana.Email));
        Assert.Single(letters, letter => letter.To.Email.Value == "office@example.org");
        Assert.Equal([MailPlace.Processed, MailPlace.Processed, MailPlace.Processed, MailPlace.Processed, MailPlace.Processed, MailPlace.NeedsAttention, MailPlace.NeedsAttention, MailPlace.NeedsAttention], places);

        await desk.HandleAsync(Mails.FromDana("").As("mail-9@example.org") with { ReceivedAt = new DateTimeOffset(2099, 9, 9, 15, 0, 0, TimeSpan.Zero) });
        Assert.Equal(6, (await desk.LettersAsync()).Count(letter => letter.To.Email == TestApp.Dana.Email));
    }

    [Fact]
    public async Task MG_02_a_request_is_taken_however_many_answers_there_were()
    {
        await using var desk = await MailDesk.OpenAsync(azurite);
        for (var nth = 0; nth < 6; nth++)
        {
            await desk.HandleAsync(Mails.FromDana("").As($"mail-{nth}@example.org"));
        }

        Assert.Single((await desk.HandleAsync(Mails.FromDana(files: Mails.File("request.docx", Form())))).Wake);
    }
}
