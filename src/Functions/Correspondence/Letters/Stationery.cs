using Microsoft.Extensions.Options;
using TechPlan.Domain;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Links;
using TechPlan.Functions.Mail.Rendering;
using TechPlan.Functions.Setup;

namespace TechPlan.Functions.Correspondence.Letters;

/// <summary>What every letter of the correspondence has: its footer, and the addresses that it points to.</summary>
internal sealed class Stationery(
    IOptions<OfficeOptions> office, IOptions<DistrictOptions> district, IOptions<StorageOptions> storage, LinkUrls links, TimeProvider clock)
{
    /// <summary>Long enough to see a session of the next school year through.</summary>
    private static readonly TimeSpan GrantLinkLives = TimeSpan.FromDays(400);

    internal string Office => PlainWords.Line(office.Value.Name);

    internal MailBlock WordForm => new MailBlock.Link("The request form as a Word file", new Uri(links.Home, "forms/mini-grant-request.docx"));

    internal MailBlock PdfForm => new MailBlock.Link("The request form as a PDF to fill in", new Uri(links.Home, "forms/mini-grant-request.pdf"));

    internal MailBlock WebForm => new MailBlock.Button("Ask for a mini-grant on the web", new Uri(links.Home, "mini-grants/new"));

    /// <summary>Puts a letter together around what is particular to it.</summary>
    /// <param name="about">What it is about, in a line.</param>
    /// <param name="why">Why the reader gets it.</param>
    internal MailContent Write(string subject, string firstLine, string about, string why, params IEnumerable<MailBlock?> blocks) => new(
        subject,
        firstLine,
        about,
        [.. blocks.OfType<MailBlock>()],
        why,
        $"Sent by {Office}, {PlainWords.Line(district.Value.Name)}. You can simply reply to this mail.");

    /// <summary>Where one person completes a draft; it lives as long as the draft.</summary>
    internal Uri Draft(MiniGrantId id, EmailAddress person) => For(LinkAction.Draft, id, person, TimeSpan.FromDays(storage.Value.KeepDraftDays));

    internal MailBlock Status(MiniGrantId id, EmailAddress person) =>
        new MailBlock.Link("See where your request stands", For(LinkAction.Status, id, person, GrantLinkLives));

    internal Uri Review(MiniGrantId id, EmailAddress person) => For(LinkAction.Review, id, person, GrantLinkLives);

    private Uri For(LinkAction action, MiniGrantId id, EmailAddress person, TimeSpan lives) => links.For(action, id, person, clock.GetUtcNow() + lives);
}
