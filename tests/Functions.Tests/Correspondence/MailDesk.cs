using Microsoft.Extensions.DependencyInjection;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Drafts;
using TechPlan.Functions.Forms.Reading;
using TechPlan.Functions.Mail.Letters;
using TechPlan.Functions.Mailbox;
using TechPlan.Functions.Tests.Support;
using TechPlan.Testing;

namespace TechPlan.Functions.Tests.Correspondence;

/// <summary>The app with its mail handler, its letter box and its drafts, on tables of their own.</summary>
internal sealed class MailDesk : IAsyncDisposable
{
    private MailDesk(TestApp app) => App = app;

    internal TestApp App { get; }

    internal static async Task<MailDesk> OpenAsync(AzuriteFixture azurite, params (string Key, string? Value)[] settings) => new(await TestApp.StartAsync(
        azurite, services => services.AddSingleton<IFormFileReader, PlainForms>(), [("TechPlan:Mailbox:Address", "mini-grants@example.org"), ("TechPlan:Mailbox:ClientState", "a-state-that-only-tests-know"), .. settings]));

    internal Task<MailHandling> HandleAsync(InboundMail mail, CancellationToken cancellation = default) => App.Get<IMailHandler>().HandleAsync(mail, cancellation);

    /// <summary>What was posted, in order, sent to nobody yet.</summary>
    internal Task<IReadOnlyList<LetterRow>> LettersAsync() => App.Get<LetterTable>().ListWaitingAsync(CancellationToken.None);

    /// <summary>Handles a mail that leads to just one letter.</summary>
    internal async Task<LetterRow> OneLetterAsync(InboundMail mail)
    {
        await HandleAsync(mail);
        return Assert.Single(await LettersAsync());
    }

    internal Task<KeptDraft?> DraftAsync(MiniGrantId id) => App.Get<IDraftStore>().FindAsync(id, CancellationToken.None);

    /// <summary>A mini-grant of Dana's, in review.</summary>
    internal Task<MiniGrantId> InReviewAsync() => App.FiledAsync();

    internal Task<MiniGrantId> ApprovedAsync() => App.ApprovedAsync();

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
