using TechPlan.Functions.Correspondence.Paperwork;
using TechPlan.Functions.Mailbox;
using TechPlan.Testing;
using static TechPlan.Functions.Tests.Correspondence.PlainForms;

namespace TechPlan.Functions.Tests.Correspondence;

/// <summary>
/// The handler dies before each of its table requests in turn, which is to say after the one before, and is run again: everything
/// is there once.
/// </summary>
[Collection(AzuriteTests.Name)]
public sealed class RerunTests(AzuriteFixture azurite)
{
    [Fact]
    public Task MG_02_an_accepted_request_is_one() => DieEverywhereAsync(
        Mails.FromDana(files: Mails.File("request.docx", Form())), letters: 0, requests: 1);

    [Fact]
    public Task An_incomplete_request_is_answered_once() => DieEverywhereAsync(
        Mails.FromDana(files: Mails.File("request.docx", Form(("location.room", null)))), letters: 1, requests: 0);

    [Fact]
    public Task MG_04_a_colleagues_request_is_asked_about_once() => DieEverywhereAsync(
        Mails.From("kim.roe@example.org", "Kim Roe", files: [Mails.File("a.docx", Form()), Mails.File("b.docx", Form(("title", "Maps")))]), letters: 3, requests: 0);

    [Fact]
    public Task A_question_is_passed_on_once() => DieEverywhereAsync(Mails.FromDana("When?"), letters: 2, requests: 0);

    [Fact]
    public async Task MG_13_paperwork_is_filed_once()
    {
        await using var desk = await MailDesk.OpenAsync(azurite);
        var id = await desk.ApprovedAsync();
        var mail = Mails.FromDana(files: [Mails.File("a.xls", "a"), Mails.File("b.xls", "b")]).Answering(id);

        for (var step = 1; await DiesAsync(desk, mail, step); step++)
        {
            Assert.InRange(step, 1, 60);
        }

        Assert.Equal(2, (await desk.App.Get<PaperworkTable>().ListAsync(id, CancellationToken.None)).Length);
        Assert.Equal(2, (await desk.LettersAsync()).Count);
    }

    private async Task DieEverywhereAsync(InboundMail mail, int letters, int requests)
    {
        var died = true;
        for (var step = 1; died; step++)
        {
            Assert.InRange(step, 1, 60);
            await using var desk = await MailDesk.OpenAsync(azurite);

            died = await DiesAsync(desk, mail, step);
            var handling = await desk.HandleAsync(mail);

            Assert.Equal(requests, handling.Wake.Length);
            Assert.Equal(letters, (await desk.LettersAsync()).Count);
        }
    }

    /// <summary>False when the run came to its end before the step.</summary>
    private static async Task<bool> DiesAsync(MailDesk desk, InboundMail mail, int step)
    {
        using var life = new CancellationTokenSource();
        desk.App.Requests.Answer = _ =>
        {
            if (--step > 0)
            {
                return null;
            }

            life.Cancel();
            throw new OperationCanceledException(life.Token);
        };
        try
        {
            await desk.HandleAsync(mail, life.Token);
            return false;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
        finally
        {
            desk.App.Requests.Answer = static _ => null;
        }
    }
}
