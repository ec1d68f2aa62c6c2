using System.Globalization;
using Microsoft.Extensions.Options;
using TechPlan.Domain;
using TechPlan.Functions.Directory;
using TechPlan.Functions.Drafts;
using TechPlan.Functions.Links;
using TechPlan.Functions.Mail.Letters;
using TechPlan.Functions.Mail.Rendering;
using TechPlan.Functions.Setup;

namespace TechPlan.Functions.Requests;

/// <summary>Keeps drafts and mails their links.</summary>
public sealed class DraftMail(IDraftStore drafts, ILetterBox letters, DraftLetters write, DirectoryCache directory, LinkUrls urls, IOptions<StorageOptions> storage, TimeProvider clock)
{
    /// <summary>Anybody can type anybody's address into the form, so nobody gets more of these letters a day, whoever asks for them.</summary>
    internal const int LettersADay = 5;

    /// <summary>Keeps the draft and mails its link to its owner.</summary>
    /// <returns>False when the owner has had today's letters; the draft is kept all the same.</returns>
    internal async Task<bool> KeepAndMailAsync(KeptDraft draft, EmailAddress owner, LetterReason reason, CancellationToken cancellation)
    {
        var kept = draft with { Owner = owner, KeptAt = clock.GetUtcNow() };
        await drafts.KeepAsync(kept, cancellation);
        var until = kept.KeptAt.AddDays(storage.Value.KeepDraftDays);
        var link = urls.For(LinkAction.Draft, kept.Id, owner, until);
        return await PostAsync(kept, owner, await write.OfAsync(kept, reason, link, until, cancellation), cancellation);
    }

    /// <summary>Keeps the draft for whoever has its link already.</summary>
    internal Task KeepAsync(KeptDraft draft, CancellationToken cancellation) => drafts.KeepAsync(draft with { KeptAt = clock.GetUtcNow() }, cancellation);

    /// <summary>The day's letters to one address have numbers, and a number is posted once.</summary>
    private async Task<bool> PostAsync(KeptDraft draft, EmailAddress owner, MailContent content, CancellationToken cancellation)
    {
        var today = (await directory.GetAsync(cancellation)).Rules.Calendar.DateAt(clock.GetUtcNow());
        for (var nth = 1; nth <= LettersADay; nth++)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"draft:{PersonKey.Of(owner)}:{today:yyyy-MM-dd}:{nth}");
            if (await letters.PostAsync(new Letter(key, new Person(owner.Value, owner), content, draft.Id), cancellation))
            {
                return true;
            }
        }

        return false;
    }
}
