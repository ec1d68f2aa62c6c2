namespace TechPlan.EndToEnd.Tests.Support;

/// <summary>What comes in at a school's request for a mini-grant.</summary>
internal enum MailKind
{
    /// <summary>The whole form, sent by the ITL of record.</summary>
    Complete,

    /// <summary>A form with something missing.</summary>
    Incomplete,

    /// <summary>The whole form, sent by somebody else.</summary>
    Colleague,

    /// <summary>No form, but a question.</summary>
    Question,

    /// <summary>A picture of a form.</summary>
    Scan,
}

/// <summary>A letter that must go out.</summary>
/// <param name="About">A word of its subject.</param>
/// <param name="Word">Another word of its subject.</param>
internal sealed record ExpectedLetter(string To, string About, string Word);

/// <summary>A mail of some kind, with where it must end and all the letters that it must lead to.</summary>
internal sealed record SampleMail(Eml Mail, string Folder, IReadOnlyList<ExpectedLetter> Letters)
{
    private const string Office = "learning.technologies@example.org";

    private static readonly byte[] Picture = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0];

    public static SampleMail Of(MailKind kind, string school, WordRequest form, DateTimeOffset now)
    {
        var title = $"{kind} of {school}";
        var request = SampleRequest.Of(school, title, now);
        var (itl, colleague) = (District.ItlOf(school).Email, $"colleague.{school.Replace(' ', '.')}@example.org");
        switch (kind)
        {
            case MailKind.Complete:
                return new(Eml.WithForm(itl, title, form.Filled(request)), Mailbox.Processed,
                    [new(itl, title, "we have your request"), new(District.SpecialistOf(school).Email, title, "please decide")]);
            case MailKind.Incomplete:
                request.Remove("expectedParticipants");
                return new(Eml.WithForm(itl, title, form.Filled(request)), Mailbox.Processed, [new(itl, title, "please complete")]);
            case MailKind.Colleague:
                return new(Eml.WithForm(colleague, title, form.Filled(request)), Mailbox.Processed,
                    [new(itl, title, "please confirm"), new(colleague, title, "passed on to be confirmed")]);
            case MailKind.Question:
                return new(new Eml(itl, title) { Text = "When is the next meeting?" }, Mailbox.NeedsAttention,
                    [new(itl, "We passed your mail on", ""), new(Office, title, "please answer")]);
            default:
                return new(new Eml(itl, title) { Text = "", Files = [new EmlFile("scan.png", "image/png", Picture)] }, Mailbox.Processed,
                    [new(itl, "We could not read your request", "")]);
        }
    }
}
