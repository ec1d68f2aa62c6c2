using Microsoft.Extensions.Options;
using TechPlan.Domain;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Correspondence.Senders;
using TechPlan.Functions.Directory;
using TechPlan.Functions.Forms;
using TechPlan.Functions.Forms.Meaning;

namespace TechPlan.Functions.Correspondence.Requests;

/// <summary>Reads a form as the district's lists stand today, and says from whom the request has to come.</summary>
internal sealed class FormJudge(DirectoryCache directory, IOptions<SenderOptions> senders, TimeProvider clock)
{
    internal async Task<JudgedForm> JudgeAsync(PersonalMail mail, TypedForm typed, CancellationToken cancellation)
    {
        var (district, _, rules) = await directory.GetAsync(cancellation);
        var reading = TypedFormReader.Read(typed, district, rules.Calendar.DateAt(clock.GetUtcNow()));
        var school = district.FindSchool(reading.Draft.LeadSchool);
        var sender = SenderCheck.Of(mail.Mail, mail.Authenticity, school, reading.Draft.SubmitterName, senders.Value.RequireAuthentication);
        var owner = school?.Itl.Email ?? mail.From;
        var tooSoon = reading.Draft is { SessionDate: { } date, SessionType: { } type } ? MiniGrantWorkflow.TooSoon(date, type, clock.GetUtcNow(), rules) : null;
        return new JudgedForm(SubmitterAddress.Put(reading, owner), sender, owner, tooSoon);
    }
}

/// <summary>A form as it was read.</summary>
/// <param name="Owner">Who can send the request: the ITL of record, or, when nobody knows the school, whoever sent the form.</param>
/// <param name="TooSoon">That the date is too soon (MG-02), even when the rest is not complete: a form should come back only once.</param>
internal sealed record JudgedForm(FormReading Reading, SenderVerdict Sender, EmailAddress Owner, Refusal? TooSoon)
{
    /// <summary>Whether nobody has to be asked; what is missing or against a rule is another question.</summary>
    internal bool IsSure => Sender is SenderVerdict.ItlOfRecord && !Reading.Questions.Any();
}
