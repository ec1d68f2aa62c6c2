using TechPlan.Functions.Mail.Carriers;
using TechPlan.Functions.Mail.Delivery;
using TechPlan.Functions.Mail.Rendering;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Mail.Letters;

/// <summary>Keeps letters as they are to be read: what they say does not change while they wait.</summary>
internal sealed class LetterBox(LetterTable letters, MailRenderer renderer, CarrierChoice choice, TimeProvider clock) : ILetterBox
{
    public async Task<bool> PostAsync(Letter letter, CancellationToken cancellation)
    {
        var hash = TableKey.HashOf(letter.Key);
        if (await letters.WasPostedAsync(hash, cancellation))
        {
            return false;
        }

        var content = await renderer.RenderAsync(letter.Content);
        var row = new LetterRow(hash, clock.GetUtcNow(), letter.To, content, letter.About, letter.Answers) { Carrier = CarrierName.Graph };
        return await letters.TryAddAsync(choice.IfNeeded(row), cancellation);
    }
}
