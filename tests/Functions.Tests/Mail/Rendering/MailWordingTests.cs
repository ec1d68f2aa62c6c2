using TechPlan.Domain;
using TechPlan.Domain.MiniGrants;
using TechPlan.Domain.Notices;
using TechPlan.Functions.Mail.Rendering;

namespace TechPlan.Functions.Tests.Mail.Rendering;

public sealed class MailWordingTests
{
    private static readonly Notice PleaseReview = new(NoticeKind.PleaseReview, Audience.Specialist);

    [Fact]
    public void The_specialist_reads_first_by_when_to_decide()
    {
        var mail = Write(PleaseReview, MailSamples.UnderReview());

        Assert.StartsWith("Please decide by Tuesday, October 13, 4:00 pm.\n", mail, StringComparison.Ordinal);
    }

    [Fact]
    public void MG_07_flags_come_before_everything_else_about_the_request()
    {
        var mail = Write(PleaseReview, MailSamples.UnderReview());

        var flag = mail.IndexOf("does not reflect needs named", StringComparison.Ordinal);
        Assert.InRange(flag, 1, mail.IndexOf("/review/", StringComparison.Ordinal));
        Assert.InRange(flag, 1, mail.IndexOf("THE REQUEST", StringComparison.Ordinal));
    }

    [Fact]
    public void MG_10_the_note_is_quoted_whole_with_who_wrote_it()
    {
        var mail = Write(new Notice(NoticeKind.RequestRejected, Audience.LeadItl), MailSamples.Rejected());

        Assert.Contains("Dana Whitfield writes\n> The library is closed for repairs until November.\n>\n> Please ask again", mail, StringComparison.Ordinal);
        Assert.Contains("Rejected by: Dana Whitfield, Friday, September 18, 3:10 pm", mail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "0 people were registered when it was checked; a session needs 15.")]
    [InlineData(1, "1 person was registered when it was checked; a session needs 15.")]
    [InlineData(14, "14 people were registered when it was checked; a session needs 15.")]
    public void MG_12_a_cancellation_says_the_count_and_the_minimum(int registered, string sentence)
    {
        var mail = Write(new Notice(NoticeKind.SessionCancelled, Audience.RegisteredPeople), MailSamples.Cancelled(registered: registered));

        Assert.StartsWith("Please do not come on Wednesday, October 14, 3:30 pm", mail, StringComparison.Ordinal);
        Assert.Contains(sentence, mail, StringComparison.Ordinal);
        Assert.Contains($"Registered: {registered}, counted on Enroll Tuesday, October 13, 4:00 pm", mail, StringComparison.Ordinal);
    }

    [Fact]
    public void MG_12_low_registrations_say_how_many_are_missing()
    {
        var lead = Write(new Notice(NoticeKind.RegistrationsLow, Audience.LeadItl), MailSamples.Approved(), registered: 14);
        var enough = Write(new Notice(NoticeKind.RegistrationsLow, Audience.LeadItl), MailSamples.Approved(), registered: 15);
        var unknown = Write(new Notice(NoticeKind.RegistrationsLow, Audience.LeadItl), MailSamples.Approved(), registered: null);

        Assert.StartsWith("Please find 1 more person by Tuesday, October 13, 4:00 pm", lead, StringComparison.Ordinal);
        Assert.StartsWith("Please find a few more people", enough, StringComparison.Ordinal);
        Assert.StartsWith("Please find more people", unknown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_session_held_without_a_count_says_so()
    {
        var mail = Write(new Notice(NoticeKind.SessionConfirmed, Audience.LeadItl), MailSamples.Confirmed(registered: null));

        Assert.Contains("Registered: Could not be counted", mail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(NoticeKind.SessionConfirmed)]
    [InlineData(NoticeKind.SessionCancelled)]
    [InlineData(NoticeKind.RequestWithdrawn)]
    public void MG_06_the_lead_is_asked_to_tell_a_facilitator_without_address(NoticeKind kind)
    {
        var state = MailSamples.All.First(sample => sample.Notice.Kind == kind).State;
        var asked = Compose(new Notice(kind, Audience.LeadItl), state, facilitator: "Lee Sanders");
        var known = Compose(new Notice(kind, Audience.LeadItl), state, facilitator: null);

        Assert.Contains("Please tell Lee Sanders", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("Please tell", known, StringComparison.Ordinal);
    }

    [Fact]
    public void A_withdrawal_before_approval_asks_nobody_to_tell_anyone()
    {
        var mail = Compose(new Notice(NoticeKind.RequestWithdrawn, Audience.LeadItl), MailSamples.Withdrawn(wasPosted: false), facilitator: "Lee Sanders");

        Assert.StartsWith("Nothing needs doing", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("Please tell", mail, StringComparison.Ordinal);
    }

    [Fact]
    public void The_office_sees_its_open_tasks()
    {
        var context = MailSamples.Context(new Notice(NoticeKind.CountMissing, Audience.Office), MailSamples.Approved(), tasks: ["A mail could not be delivered."]);

        Assert.Contains("- A mail could not be delivered.", MailText.Write(MailComposer.Compose(context)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(NoticeKind.RequestReceived, Audience.LeadItl, "Nothing needs doing")]
    [InlineData(NoticeKind.RequestApproved, Audience.LeadItl, "Nothing needs doing")]
    [InlineData(NoticeKind.SessionHeld, Audience.LeadItl, "Nothing needs doing")]
    [InlineData(NoticeKind.SessionConfirmed, Audience.Specialist, "Nothing needs doing")]
    [InlineData(NoticeKind.SessionConfirmed, Audience.RegisteredPeople, "Please do not come on Wednesday, October 14")]
    public void News_that_was_overtaken_says_what_stands(NoticeKind kind, Audience audience, string start)
    {
        var mail = Write(new Notice(kind, audience), MailSamples.Withdrawn());

        Assert.StartsWith(start, mail, StringComparison.Ordinal);
        Assert.Contains("withdr", mail, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void People_who_come_are_shown_no_addresses_of_others()
    {
        foreach (var (notice, state) in MailSamples.All.Where(sample => sample.Notice.To is Audience.RegisteredPeople or Audience.Facilitator))
        {
            var mail = Write(notice, state);

            Assert.DoesNotContain(MailSamples.Lead.Email.Value, mail, StringComparison.Ordinal);
            Assert.DoesNotContain(MailSamples.Specialist.Email.Value, mail, StringComparison.Ordinal);
            Assert.DoesNotContain("/status/", mail, StringComparison.Ordinal);
            Assert.DoesNotContain("/review/", mail, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_cluster_without_specialist_can_still_be_written_about()
    {
        var context = MailSamples.Context(new Notice(NoticeKind.RequestUndecided, Audience.Office), MailSamples.UnderReview());
        var mail = MailText.Write(MailComposer.Compose(context with { People = context.People with { Specialist = null } }));

        Assert.StartsWith("Please see that somebody for Cluster 3 decides by", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("mailto:", mail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_strange_but_valid_address_makes_a_sound_mailto()
    {
        var context = MailSamples.Context(new Notice(NoticeKind.RequestUndecided, Audience.Office), MailSamples.UnderReview());
        var odd = context.People with { Specialist = new Person("Odd", EmailAddress.Parse("a?b&c=d%e'f@example.org")) };

        var mail = MailText.Write(MailComposer.Compose(context with { People = odd }));

        Assert.Contains("mailto:a%3Fb%26c%3Dd%25e%27f@example.org?subject=Please%20decide", mail, StringComparison.Ordinal);
    }

    private static string Write(Notice notice, MiniGrant.Known state, int? registered = 9) =>
        MailText.Write(MailComposer.Compose(MailSamples.Context(notice, state, registered)));

    private static string Compose(Notice notice, MiniGrant.Known state, string? facilitator) =>
        MailText.Write(MailComposer.Compose(MailSamples.Context(notice, state, facilitatorToTell: facilitator)));
}
