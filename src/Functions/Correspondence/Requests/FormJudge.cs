using Microsoft.Extensions.Options;
using TechPlan.Domain;
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
        return new JudgedForm(SubmitterAddress.Put(reading, owner), sender, owner);
    }
}

/// <summary>A form as it was read.</summary>
/// <param name="Owner">Who can send the request: the ITL of record, or, when nobody knows the school, whoever sent the form.</param>
internal sealed record JudgedForm(FormReading Reading, SenderVerdict Sender, EmailAddress Owner)
{
    /// <summary>Whether nobody has to be asked; what is missing or against a rule is another question.</summary>
    internal bool IsSure => Sender is SenderVerdict.ItlOfRecord && !Reading.Questions.Any();
}
